import { defineMessages } from '../define.ts';

/** Where results of a function go. */
export const destinations = defineMessages({
  title: ['Destinations', '送信先'],
  add: ['Add destination', '送信先を追加'],
  edit: ['Edit destination', '送信先を編集'],
  none: [
    'Results of asynchronous invocations go nowhere but the log. A destination gets a record of each.',
    '非同期呼び出しの結果はログにのみ記録されます。送信先を追加すると、呼び出しごとの記録が送られます。',
  ],
  source: ['Source', 'ソース'],
  condition: ['Condition', '条件'],
  destination: ['Destination', '送信先'],
  acts: ['Actions', 'アクション'],
  editOf: ['Edit', '編集'],
  remove: ['Remove', '削除'],
  removeTitle: ['Remove destination {name}', '送信先 {name} を削除'],
  removeText: ['Of the function {name}, {region}.', '{region} の関数 {name}。'],
  removeStops: [
    '{name} no longer gets records of this function.',
    '{name} にはこの関数の記録が送られなくなります。',
  ],
  removed: ['Destination {name} removed', '送信先 {name} を削除しました'],
  saved: ['Updated the destinations of {name}', '{name} の送信先を更新しました'],
  success: ['On success', '成功時'],
  failure: ['On failure', '失敗時'],
  rejected: ['On reject', '破棄時'],
  async: ['Asynchronous invocation', '非同期呼び出し'],
  deadLetter: ['Dead-letter queue', 'デッドレターキュー'],
  deadLetterText: [
    'Gets the event alone, without the answer. Belongs to the function, not to a version or alias.',
    '応答を含まず、イベントのみが送られます。バージョンやエイリアスではなく関数に設定されます。',
  ],
  asyncText: ['A record with event and answer', 'イベントと応答を含む記録'],
  mapping: ['Stream invocation: {name}', 'ストリーム呼び出し: {name}'],
  mappingText: ['Batches that were given up', '処理を断念したバッチ'],
  type: ['Destination type', '送信先タイプ'],
  types: {
    sqs: ['SQS queue', 'SQS キュー'],
    sns: ['SNS topic', 'SNS トピック'],
    lambda: ['Lambda function', 'Lambda 関数'],
    events: ['EventBridge event bus', 'EventBridge イベントバス'],
    s3: ['S3 bucket', 'S3 バケット'],
  },
  notOffered: ['Not offered by this connection', 'この接続では利用できません'],
  destinationHint: ['Choose one, or paste its ARN', '選択するか、ARN を貼り付けてください'],
  roleNote: [
    'The execution role must be allowed {action} on it. Lambda refuses the change when it can tell that it is not.',
    '実行ロールに {action} の許可が必要です。許可がないと判断された場合、変更は拒否されます。',
  ],
  replaceNote: ['There is one already; it will be replaced.', '既存の送信先は置き換えられます。'],
});
