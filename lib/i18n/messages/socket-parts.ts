import { defineMessages } from '../define.ts';

/** Authorizers, models, settings, responses and live connections of WebSocket APIs. */
export const socketParts = defineMessages({
  edit: ['Edit', '編集'],
  editOf: ['Edit {name}', '{name} を編集'],
  actions: ['Actions', 'アクション'],
  deleteText: [
    'In {region}. AWS refuses while a route names it.',
    '{region} 内。ルートが参照している間は AWS により拒否されます。',
  ],
  authorizer: {
    title: ['Authorizers', 'オーソライザー'],
    create: ['Create authorizer', 'オーソライザーの作成'],
    editTitle: ['Edit authorizer', 'オーソライザーの編集'],
    delete: ['Delete authorizer', 'オーソライザーの削除'],
    deleted: ['Authorizer {name} deleted', 'オーソライザー {name} を削除しました'],
    none: [
      'No authorizers. The route $connect names the one that lets clients in.',
      'オーソライザーはありません。クライアントの接続可否を判定するものは $connect ルートで指定します。',
    ],
    name: ['Authorizer name', 'オーソライザー名'],
    function: ['Lambda function', 'Lambda 関数'],
    permission: [
      'Grant API Gateway permission to invoke the function',
      'API Gateway に関数の呼び出し権限を付与',
    ],
    permissionHint: [
      'Adds a statement to the function’s resource policy.',
      '関数のリソースポリシーにステートメントを追加します。',
    ],
    source: ['Identity sources', 'ID ソース'],
    sourceHint: [
      'One a line: route.request.header.Authorization, route.request.querystring.token, stageVariables.x, context.x. A client without one of them is refused.',
      '1 行に 1 つ: route.request.header.Authorization、route.request.querystring.token、stageVariables.x、context.x。いずれかが欠けたクライアントは拒否されます。',
    ],
    credentials: ['Execution role', '実行ロール'],
    saved: ['Authorizer {name} saved', 'オーソライザー {name} を保存しました'],
  },
  model: {
    title: ['Models', 'モデル'],
    create: ['Create model', 'モデルの作成'],
    editTitle: ['Edit model', 'モデルの編集'],
    delete: ['Delete model', 'モデルの削除'],
    deleted: ['Model {name} deleted', 'モデル {name} を削除しました'],
    none: [
      'No models. A route that names one refuses messages that do not fit its schema.',
      'モデルはありません。モデルを指定したルートは、スキーマに合わないメッセージを拒否します。',
    ],
    name: ['Model name', 'モデル名'],
    nameHint: ['Letters and digits.', '英数字。'],
    contentType: ['Content type', 'コンテンツタイプ'],
    description: ['Description', '説明'],
    schema: ['Model schema', 'モデルスキーマ'],
    schemaHint: ['JSON Schema, draft 4.', 'JSON スキーマ、ドラフト 4。'],
    template: ['Mapping template of {name}', '{name} のマッピングテンプレート'],
    showTemplate: ['Template', 'テンプレート'],
    showTemplateOf: ['Template of {name}', '{name} のテンプレート'],
    badJson: ['The schema is not JSON: {reason}', 'スキーマが JSON ではありません: {reason}'],
    saved: ['Model {name} saved', 'モデル {name} を保存しました'],
  },
  settings: {
    routeSelection: ['Route selection expression', 'ルート選択式'],
    routeSelectionHint: [
      'Where a message names its route, such as $request.body.action.',
      'メッセージのどこでルートを指定するか。例: $request.body.action。',
    ],
    apiKeySelection: ['API key selection expression', 'API キー選択式'],
    schemaUnchecked: ['Disable schema validation', 'スキーマの検証を無効にする'],
    schemaUncheckedHint: [
      'Deployments do not look at models then.',
      'デプロイ時にモデルを検証しなくなります。',
    ],
    redeploy: [
      'Changes reach clients with the next deployment.',
      '変更は次のデプロイ後にクライアントに反映されます。',
    ],
  },
});
