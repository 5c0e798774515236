import { defineMessages } from '../define.ts';

/** The test of a method, and of an authorizer. */
export const restTest = defineMessages({
  path: ['Path: {name}', 'パス：{name}'],
  pathMissing: ['The path needs a value.', 'パスに値が必要です。'],
  query: ['Query strings', 'クエリ文字列'],
  queryHint: ['For example {example}', '例：{example}'],
  headers: ['Headers', 'ヘッダー'],
  headersHint: [
    'Name: value, one a line; a name may come twice.',
    '「名前: 値」を 1 行に 1 つ。同じ名前を複数回使用できます。',
  ],
  variables: ['Stage variables', 'ステージ変数'],
  variablesHint: ['name = value, one a line.', '「名前 = 値」を 1 行に 1 つ。'],
  badLine: ['Line {line} cannot be read.', '{line} 行目を読み取れません。'],
  body: ['Request body', 'リクエスト本文'],
  run: ['Test', 'テスト'],
  running: ['Calling the back end…', 'バックエンドを呼び出しています…'],
  note: [
    'Calls the back end. Authorizers, API keys and stage settings are left out.',
    'バックエンドを呼び出します。オーソライザー、API キー、ステージの設定は適用されません。',
  ],
  result: ['Test result', 'テスト結果'],
  empty: [
    'Run a test to see status, headers, body and the log of each step.',
    'テストを実行すると、ステータス、ヘッダー、本文、各ステップのログが表示されます。',
  ],
  status: ['Status {status}', 'ステータス {status}'],
  latency: ['Latency', 'レイテンシー'],
  ms: ['{value} ms', '{value} ミリ秒'],
  view: ['Part of the answer', '応答の部分'],
  answerBody: ['Body', '本文'],
  answerHeaders: ['Headers', 'ヘッダー'],
  noBody: ['The answer has no body.', '応答に本文はありません。'],
  cut: ['Shows the first part of {bytes} bytes.', '{bytes} バイトのうち最初の部分を表示しています。'],
  log: ['Log', 'ログ'],
  copyBody: ['Copy body', '本文をコピー'],
  copyLog: ['Copy log', 'ログをコピー'],
  done: ['Test ended with status {status}', 'テストはステータス {status} で終了しました'],
  failed: ['The test could not be run', 'テストを実行できませんでした'],
  noAnswer: [
    'The console did not answer. Check that it is running, then try again.',
    'コンソールが応答しませんでした。実行中であることを確認して、もう一度試してください。',
  ],
  authorizer: {
    title: ['Test authorizer', 'オーソライザーのテスト'],
    token: ['Token value', 'トークンの値'],
    allowed: ['The authorizer answered', 'オーソライザーが応答しました'],
    refused: ['The authorizer refused: status {status}', 'オーソライザーが拒否しました：ステータス {status}'],
    narrow: [
      'This policy allows single methods alone and is kept for {seconds, number} seconds: the next method that this caller uses gets 403. Allow more than event.methodArn, or set the TTL to 0.',
      'このポリシーは個別のメソッドのみを許可し、{seconds, number} 秒間キャッシュされます。同じ呼び出し元が次に使う別のメソッドは 403 になります。event.methodArn より広く許可するか、TTL を 0 にしてください。',
    ],
    principal: ['Principal ID', 'プリンシパル ID'],
    policy: ['Policy', 'ポリシー'],
    claims: ['Claims', 'クレーム'],
    idToken: [
      'A Cognito authorizer is tested with an ID token.',
      'Cognito オーソライザーは ID トークンでテストします。',
    ],
  },
});
