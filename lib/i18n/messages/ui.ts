import { defineMessages } from '../define.ts';

/** Words of the primitives and patterns. */
export const ui = defineMessages({
  optional: ['optional', '省略可'],
  close: ['Close', '閉じる'],
  cancel: ['Cancel', 'キャンセル'],
  clear: ['Clear', 'クリア'],
  copy: ['Copy', 'コピー'],
  copied: ['Copied', 'コピーしました'],
  copyRefused: [
    'The browser did not allow copying. Select the text and copy it by hand.',
    'ブラウザがコピーを許可しませんでした。テキストを選択して手動でコピーしてください。',
  ],
  edit: ['Edit', '編集'],
  remove: ['Remove', '削除'],
  refresh: ['Refresh', '更新'],
  retry: ['Retry', '再試行'],
  loading: ['Loading', '読み込み中'],
  none: ['None', 'なし'],
  showChoices: ['Show choices', '選択肢を表示'],
  noMatches: ['No matches', '一致するものがありません'],
  breadcrumbs: ['Breadcrumbs', 'パンくずリスト'],
  details: ['Details', '詳細'],
});
