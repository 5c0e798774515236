import { defineMessages } from '../define.ts';

/** The list of APIs, what surrounds the pages of one API, and words that all its pages share. */
export const apis = defineMessages({
  apiGateway: ['API Gateway', 'API Gateway'],
  title: ['APIs', 'API'],
  create: ['Create API', 'API の作成'],
  actions: ['Actions', 'アクション'],
  refresh: ['Refresh', '更新'],
  roleNeeded: ['Changing APIs needs the role developer.', 'API の変更には developer ロールが必要です。'],
  protocol: {
    REST: ['REST', 'REST'],
    HTTP: ['HTTP', 'HTTP'],
    WEBSOCKET: ['WebSocket', 'WebSocket'],
  },
  endpointType: {
    REGIONAL: ['Regional', 'リージョン'],
    EDGE: ['Edge-optimized', 'エッジ最適化'],
    PRIVATE: ['Private', 'プライベート'],
  },
  header: {
    id: ['API ID', 'API ID'],
    copyId: ['Copy API ID', 'API ID をコピー'],
    address: ['Invoke URL', '呼び出し URL'],
    copyAddress: ['Copy invoke URL', '呼び出し URL をコピー'],
    addressOff: ['Default endpoint off', 'デフォルトエンドポイント無効'],
    addressOffText: [
      'The execute-api address answers 403. Only custom domain names lead to this API.',
      'execute-api アドレスは 403 を返します。この API にはカスタムドメイン名からのみアクセスできます。',
    ],
    pages: ['Pages of this API', 'この API のページ'],
    clone: ['Clone API', 'API のクローン'],
    delete: ['Delete API', 'API の削除'],
    warnings: ['What the endpoint says about this API', 'この API についてのエンドポイントからの通知'],
    loading: ['Loading the API', 'API を読み込んでいます'],
  },
  groups: {
    develop: ['Develop', '開発'],
    deploy: ['Deploy', 'デプロイ'],
    monitor: ['Monitor', 'モニタリング'],
    protect: ['Protect', '保護'],
  },
  pages: {
    routes: ['Routes', 'ルート'],
    resources: ['Resources', 'リソース'],
    authorization: ['Authorization', '認可'],
    authorizers: ['Authorizers', 'オーソライザー'],
    integrations: ['Integrations', '統合'],
    cors: ['CORS', 'CORS'],
    import: ['Import', 'インポート'],
    reimport: ['Reimport', '再インポート'],
    export: ['Export', 'エクスポート'],
    stages: ['Stages', 'ステージ'],
    deployments: ['Deployments', 'デプロイ'],
    metrics: ['Metrics', 'メトリクス'],
    logging: ['Logging', 'ログ記録'],
    throttling: ['Throttling', 'スロットリング'],
    models: ['Models', 'モデル'],
    documentation: ['Documentation', 'ドキュメント'],
    dashboard: ['Dashboard', 'ダッシュボード'],
    client: ['Test client', 'テストクライアント'],
    settings: ['API settings', 'API 設定'],
    'gateway-responses': ['Gateway responses', 'ゲートウェイレスポンス'],
    'request-validators': ['Request validators', 'リクエストバリデーター'],
    'resource-policy': ['Resource policy', 'リソースポリシー'],
  },
  missing: {
    title: ['There is no API {id} here', 'API {id} が見つかりません'],
    text: [
      'It was deleted, has another protocol, or is in another Region or connection.',
      '削除されたか、別のプロトコルであるか、別のリージョンまたは接続にあります。',
    ],
    back: ['Go to APIs', 'API へ移動'],
    noSuchPart: [
      'This API has no such part. It may have been deleted.',
      'この API にこの項目はありません。削除された可能性があります。',
    ],
  },
  delete: {
    title: ['{count, plural, one {Delete API} other {Delete # APIs}}', '{count} 個の API を削除'],
    description: [
      'In {connection}, {region}. Routes, stages and deployments go with it. This cannot be undone.',
      '{connection}、{region}。ルート、ステージ、デプロイも削除されます。元に戻すことはできません。',
    ],
    callers: [
      '{count, plural, one {Its address stops} other {Their addresses stop}} answering at once.',
      'アドレスは直ちに応答しなくなります。',
    ],
    permissions: [
      'Permissions on functions that let the API invoke them stay; they allow nobody else.',
      'API に呼び出しを許可した関数のアクセス権限は残りますが、他者には許可しません。',
    ],
    done: ['{count, plural, one {API} other {# APIs}} deleted', '{count} 個の API を削除しました'],
    partly: [
      '{failed} of {count} APIs could not be deleted',
      '{count} 個中 {failed} 個の API を削除できませんでした',
    ],
  },
});
