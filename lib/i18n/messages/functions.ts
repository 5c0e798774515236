import { defineMessages } from '../define.ts';

/** The functions list and the deletion of functions. */
export const functions = defineMessages({
  title: ['Functions', '関数'],
  lambda: ['Lambda', 'Lambda'],
  create: ['Create function', '関数の作成'],
  actions: ['Actions', 'アクション'],
  rowActions: ['Actions for {name}', '{name} のアクション'],
  refresh: ['Refresh', '更新'],
  fetched: ['Fetched <at></at>', '<at></at>に取得'],
  loadingMore: [
    '{count, plural, one {# function} other {# functions}} so far. The rest is on its way.',
    'これまでに {count} 個の関数を取得しました。残りを読み込んでいます。',
  ],
  savedRows: [
    'This is the list fetched <at></at>. It could not be read again.',
    '<at></at>に取得した一覧です。再読み込みできませんでした。',
  ],
  views: {
    label: ['Views', 'ビュー'],
    all: ['All', 'すべて'],
    deprecated: ['Deprecated runtimes', '非推奨のランタイム'],
    failed: ['Failed or inactive', '失敗または非アクティブ'],
  },
  columns: {
    name: ['Function name', '関数名'],
    state: ['State', '状態'],
    description: ['Description', '説明'],
    packageType: ['Package type', 'パッケージタイプ'],
    runtime: ['Runtime', 'ランタイム'],
    architecture: ['Architecture', 'アーキテクチャ'],
    memoryMb: ['Memory', 'メモリ'],
    timeoutSeconds: ['Timeout', 'タイムアウト'],
    codeSizeBytes: ['Code size', 'コードサイズ'],
    lastModified: ['Last modified', '最終更新日時'],
    role: ['Execution role', '実行ロール'],
    layer: ['Layer', 'レイヤー'],
    variable: ['Environment variable', '環境変数'],
    tag: ['Tag', 'タグ'],
  },
  filter: {
    label: ['Filter functions', '関数のフィルター'],
    placeholder: ['Find functions by property or text', 'プロパティまたはテキストで関数を検索'],
  },
  states: {
    Active: ['Active', 'アクティブ'],
    Pending: ['Pending', '保留中'],
    Inactive: ['Inactive', '非アクティブ'],
    Failed: ['Failed', '失敗'],
    Deactivating: ['Deactivating', '無効化中'],
    Deactivated: ['Deactivated', '無効'],
    ActiveNonInvocable: ['Active, cannot be invoked', 'アクティブ (呼び出し不可)'],
    Deleting: ['Deleting', '削除中'],
    unknown: ['State not known yet', '状態は未取得です'],
  },
  support: {
    deprecated: ['Deprecated', '非推奨'],
    ending: ['Ends in 90 days', '90 日以内に終了'],
    blocked: ['Blocked', 'ブロック'],
    dates: [
      'Deprecated {deprecated}, no new functions from {create}, no updates from {update}',
      '非推奨 {deprecated}、作成不可 {create}、更新不可 {update}',
    ],
  },
  image: ['Image', 'イメージ'],
  zip: ['Zip', 'Zip'],
  empty: {
    title: ['No functions in this Region yet', 'このリージョンにはまだ関数がありません'],
    text: [
      'A function is code that Lambda runs when it is called. Nobody has created one in {region} on {connection}.',
      '関数は、呼び出されたときに Lambda が実行するコードです。{connection} の {region} にはまだ関数がありません。',
    ],
    otherRegion: [
      'Another Region or connection is chosen at the top.',
      '別のリージョンや接続は上部で選択できます。',
    ],
  },
  noMatch: {
    title: ['No function matches', '一致する関数はありません'],
    text: ['{count} functions were searched.', '{count} 個の関数を検索しました。'],
    clear: ['Clear filters', 'フィルターをクリア'],
    view: ['No function is in this view. That is good news.', 'このビューに該当する関数はありません。'],
  },
  delete: {
    act: ['Delete', '削除'],
    title: [
      'Delete {count, plural, one {function} other {# functions}}',
      '{count, plural, one {関数} other {# 個の関数}}を削除',
    ],
    description: [
      'Code, configuration and all versions are lost. Connection {connection}, Region {region}.',
      'コード、設定、すべてのバージョンが失われます。接続 {connection}、リージョン {region}。',
    ],
    callers: [
      'Triggers, APIs and functions that call {count, plural, one {it} other {them}} get errors.',
      '{count, plural, other {これら # 個の関数}}を呼び出すトリガー、API、他の関数はエラーになります。',
    ],
    logGroup: ['Also delete the log group', 'ロググループも削除'],
    logGroupDetail: ['/aws/lambda/…, with all its lines', '/aws/lambda/… とそのすべてのログ'],
    role: ['Also delete the execution role', '実行ロールも削除'],
    roleDetail: [
      'only a role made for this function alone (service-role/NAME-role-…)',
      'この関数専用に作成されたロールのみ (service-role/名前-role-…)',
    ],
    done: [
      '{count, plural, one {Function deleted} other {# functions deleted}}',
      '{count} 個の関数を削除しました',
    ],
    partly: [
      '{failed} of {count} functions were not deleted',
      '{count} 個中 {failed} 個の関数を削除できませんでした',
    ],
    leftovers: [
      'The function is deleted; something was left behind: {message}',
      '関数は削除されましたが、残ったものがあります: {message}',
    ],
  },
  needsDeveloper: ['Needs the role developer', 'developer ロールが必要です'],
});
