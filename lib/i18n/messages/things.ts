import { defineMessages } from '../define.ts';

/** Words that lists of keys, plans, domain names and links share. */
export const things = defineMessages({
  find: ['Find by name, ID or description', '名前、ID、説明で検索'],
  search: ['Search', '検索'],
  isCut: ['The first {count, number} are shown.', '先頭の {count, number} 件を表示しています。'],
  noMatches: ['Nothing matches "{text}".', '「{text}」に一致するものはありません。'],
  clear: ['Clear search', '検索をクリア'],
  id: ['ID', 'ID'],
  copyId: ['Copy ID', 'ID をコピー'],
  name: ['Name', '名前'],
  description: ['Description', '説明'],
  status: ['Status', 'ステータス'],
  created: ['Created', '作成日時'],
  updated: ['Last modified', '最終更新'],
  tags: ['Tags', 'タグ'],
  active: ['Active', 'アクティブ'],
  inactive: ['Inactive', '非アクティブ'],
  actions: ['Actions', 'アクション'],
  remove: ['Remove', '削除'],
  edit: ['Edit', '編集'],
  cutList: [
    '{shown, number} of {count, number} shown.',
    '{count, number} 件中 {shown, number} 件を表示しています。',
  ],
});
