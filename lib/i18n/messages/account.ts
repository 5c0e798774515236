import { defineMessages } from '../define.ts';

/** The dashboard: what the account has and uses in a Region. */
export const account = defineMessages({
  lambda: ['Lambda', 'Lambda'],
  title: ['Dashboard', 'ダッシュボード'],
  resources: ['Resources for {region}', '{region} のリソース'],
  functions: ['Lambda functions', 'Lambda 関数'],
  storage: ['Code storage', 'コードストレージ'],
  storageOf: ['of {limit} used ({percent, number} %)', '/ {limit} を使用中 ({percent, number} %)'],
  concurrency: ['Full account concurrency', 'アカウント全体の同時実行数'],
  unreserved: ['Unreserved account concurrency', '予約されていないアカウントの同時実行数'],
  reserved: ['{count, number} reserved by functions', '{count, number} を関数が予約済み'],
  mappings: ['Event source mappings', 'イベントソースマッピング'],
  layers: ['Layers', 'レイヤー'],
  atLeast: ['{count, number} or more', '{count, number} 以上'],
  limits: ['Limits', '制限'],
  zipped: ['Deployment package (.zip)', 'デプロイパッケージ (.zip)'],
  unzipped: ['Deployment package and layers, unpacked', 'デプロイパッケージとレイヤー (展開後)'],
  limitsHint: [
    'Some of them can be raised: ask for it in Service Quotas.',
    '一部は引き上げ可能です。Service Quotas でリクエストしてください。',
  ],
  create: ['Create function', '関数の作成'],
  roleNeeded: [
    'This needs the role developer. Ask an administrator for it.',
    'developer ロールが必要です。管理者に依頼してください。',
  ],
  metrics: {
    title: ['Last 24 hours, all functions', '過去 24 時間 (すべての関数)'],
    invocations: ['Invocations', '呼び出し'],
    errors: ['Errors', 'エラー'],
    throttles: ['Throttles', 'スロットル'],
    duration: ['Average duration', '平均所要時間'],
    concurrent: ['Most concurrent executions', '最大同時実行数'],
    ms: ['{value, number} ms', '{value, number} ミリ秒'],
    none: ['No data', 'データなし'],
  },
});
