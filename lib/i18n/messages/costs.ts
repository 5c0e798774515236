import { defineMessages } from '../define.ts';

/** What functions cost, estimated from their metrics. */
export const costs = defineMessages({
  title: ['Estimated cost of a month', '1 か月の推定コスト'],
  notRead: ['The cost could not be estimated', 'コストを見積もれませんでした'],
  none: [
    'No invocations in the last 30 days: nothing to estimate from.',
    '直近 30 日間に呼び出しがないため、見積もれません。',
  ],
  total: ['Total', '合計'],
  requests: ['Requests', 'リクエスト'],
  requestsHint: ['{count, number} in a month', '1 か月あたり {count, number} 件'],
  duration: ['Duration', '所要時間'],
  durationHint: [
    '{ms, number} ms on average, {memory, number} MB, {architecture}',
    '平均 {ms, number} ms、{memory, number} MB、{architecture}',
  ],
  storage: ['Ephemeral storage', 'エフェメラルストレージ'],
  storageHint: ['{size, number} MB, 512 of them free', '{size, number} MB (うち 512 MB は無料)'],
  provisioned: ['Provisioned concurrency', 'プロビジョニングされた同時実行'],
  provisionedHint: ['{count, number} environments, the whole month', '{count, number} 環境、1 か月間'],
  basis: [
    'Reckoned from {days, plural, one {the last day} other {the last # days}} of metrics, as if a month went on like that. List prices of {region} in force since {date}, in US dollars.',
    '直近 {days} 日間のメトリクスが 1 か月続いた場合の見積もりです。{region} の {date} 以降の定価 (米ドル) で計算しています。',
  ],
  otherRegion: [
    'This is {region}: its own prices may differ.',
    'このリージョンは {region} です。料金が異なる場合があります。',
  ],
  leftOut: [
    'Left out: free tier, savings plans and volume tiers, initialization, data transfer, requests of other services, and versions with other settings than $LATEST.',
    '無料利用枠、Savings Plans、従量割引、初期化、データ転送、他サービスの料金、$LATEST と設定が異なるバージョンは含みません。',
  ],
  source: ['AWS Lambda pricing', 'AWS Lambda の料金'],
  listTitle: ['Most expensive functions', 'コストの高い関数'],
  listNone: ['No function ran in the last 30 days.', '直近 30 日間に実行された関数はありません。'],
  name: ['Function', '関数'],
  invocations: ['Invocations', '呼び出し'],
  month: ['Cost of a month', '1 か月のコスト'],
  listBasis: [
    'Requests and duration of the last 30 days at list prices of {region} ({date}), in US dollars. {looked, plural, one {# function} other {# functions}} together: {total}.',
    '直近 30 日間のリクエストと所要時間を {region} の定価 ({date}、米ドル) で計算。{looked} 関数の合計: {total}。',
  ],
  listCut: ['Not all functions were looked at.', '一部の関数のみを対象としています。'],
  listLeftOut: [
    'Provisioned concurrency and storage are on the Monitor tab of each function.',
    'プロビジョニングされた同時実行とストレージは各関数のモニタリングタブで確認できます。',
  ],
});
