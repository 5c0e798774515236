import { defineMessages } from '../define.ts';

/** API keys. */
export const apiKeys = defineMessages({
  title: ['API keys', 'API キー'],
  create: ['Create API key', 'API キーの作成'],
  edit: ['Edit API key', 'API キーの編集'],
  import: ['Import API keys', 'API キーのインポート'],
  emptyTitle: ['There are no API keys in {region}', '{region} に API キーはありません'],
  emptyText: [
    'An API key tells a caller apart. A usage plan says which stages it may call, how often and how much.',
    'API キーは呼び出し元を識別します。呼び出せるステージと頻度、上限は使用量プランで設定します。',
  ],
  details: ['API key details', 'API キーの詳細'],
  key: ['API key', 'API キー'],
  show: ['Show', '表示'],
  hide: ['Hide', '非表示'],
  copy: ['Copy API key', 'API キーをコピー'],
  revealed: ['The API key is shown.', 'API キーを表示しました。'],
  customerId: ['AWS Marketplace customer ID', 'AWS Marketplace カスタマー ID'],
  plans: ['Associated usage plans', '関連付けられた使用量プラン'],
  noPlans: [
    'In no usage plan. Stages refuse it until it is added to one of theirs.',
    'どの使用量プランにも含まれていません。プランに追加するまでステージに拒否されます。',
  ],
  openPlans: ['Go to usage plans', '使用量プランへ移動'],
  plan: ['Usage plan', '使用量プラン'],
  stages: ['Stages', 'ステージ'],
  value: ['API key value', 'API キーの値'],
  valueHint: [
    'Leave it empty and AWS makes one. 20 to 128 letters, digits and signs. It cannot be changed later.',
    '空欄の場合は AWS が生成します。20～128 文字の英数字と記号。後から変更できません。',
  ],
  enabled: ['Active', 'アクティブ'],
  enabledHint: ['Calls with an inactive key are refused.', '非アクティブなキーでの呼び出しは拒否されます。'],
  created: ['API key {name} created', 'API キー {name} を作成しました'],
  saved: ['API key {name} saved', 'API キー {name} を保存しました'],
  delete: ['Delete API key', 'API キーの削除'],
  deleteText: [
    'In {connection}, {region}. The value cannot be brought back.',
    '{connection}、{region}。値は元に戻せません。',
  ],
  deleteStops: ['Whoever calls with this key is refused.', 'このキーを使用した呼び出しは拒否されます。'],
  deleted: ['API key {name} deleted', 'API キー {name} を削除しました'],
  csv: ['CSV', 'CSV'],
  csvHint: [
    'A header line and a line for each key: Name, Key, Description, Enabled, UsagePlanIds. Key has 30 to 128 characters; plans are separated by commas, in quotes. A key that exists is changed.',
    'ヘッダー行と、キーごとに 1 行: Name、Key、Description、Enabled、UsagePlanIds。Key は 30～128 文字、プランは引用符内にカンマ区切り。既存のキーは変更されます。',
  ],
  csvKeys: ['{count, plural, one {# line} other {# lines}}', '{count} 行'],
  imported: [
    '{count, plural, one {# API key} other {# API keys}} imported',
    '{count} 個の API キーをインポートしました',
  ],
  warnings: ['AWS took some lines in part', '一部の行は部分的に取り込まれました'],
});
