import { defineMessages } from '../define.ts';

/** Routing rules of a custom domain name. */
export const routingRules = defineMessages({
  title: ['Routing rules', 'ルーティングルール'],
  create: ['Add routing rule', 'ルーティングルールを追加'],
  edit: ['Edit routing rule', 'ルーティングルールの編集'],
  none: [
    'No routing rule. Rules lead requests by their headers and base paths to stages of REST APIs.',
    'ルーティングルールはありません。ルールはヘッダーとベースパスでリクエストを REST API のステージに振り分けます。',
  ],
  unsupported: [
    'This connection’s endpoint has no routing rules.',
    'この接続のエンドポイントはルーティングルールに対応していません。',
  ],
  idle: [
    'The rules are not asked: the routing mode of the domain is “{mode}”. Change it under Endpoint configuration.',
    'ルールは評価されません。ドメインのルーティングモードは「{mode}」です。エンドポイント設定で変更できます。',
  ],
  priority: ['Priority', '優先度'],
  priorityHint: [
    'From 1 to 1,000,000, each once. The lowest is asked first.',
    '1～1,000,000、重複不可。小さい順に評価されます。',
  ],
  conditions: ['Conditions', '条件'],
  always: ['Always', '常に'],
  pathOf: ['Base path', 'ベースパス'],
  stripped: ['(stripped)', '（取り除く）'],
  headers: ['Header conditions', 'ヘッダー条件'],
  headersHint: [
    'At most two lines such as {example}; all must hold. A star stands at the beginning or the end of a value, || between alternatives.',
    '{example} のような行を 2 つまで。すべて満たす必要があります。値の先頭か末尾に *、代替は || で区切ります。',
  ],
  basePaths: ['Base path condition', 'ベースパス条件'],
  basePathsHint: [
    'Without a slash in front, such as {example}; one a line, one of them must fit. Upper and lower case differ.',
    '先頭のスラッシュなし。例: {example}。1 行に 1 つで、いずれかに一致。大文字と小文字は区別されます。',
  ],
  target: ['Target API and stage', 'ターゲットの API とステージ'],
  strip: ['Strip base path', 'ベースパスを取り除く'],
  stripHint: [
    'The stage gets the path without the base path that fitted.',
    '一致したベースパスを除いたパスをステージに渡します。',
  ],
  saved: ['Routing rule saved', 'ルーティングルールを保存しました'],
  rule: ['Rule of priority {priority, number}', '優先度 {priority, number} のルール'],
  remove: ['Remove routing rule', 'ルーティングルールの削除'],
  removeText: [
    'Requests that it led go on to the next rule, or to the API mappings.',
    '振り分けられていたリクエストは、次のルールまたは API マッピングに進みます。',
  ],
  removed: ['Routing rule removed', 'ルーティングルールを削除しました'],
});
