import { defineMessages } from '../define.ts';

/** Custom domain names: names of one's own that lead to stages of APIs. */
export const domainNames = defineMessages({
  title: ['Custom domain names', 'カスタムドメイン名'],
  domain: ['Custom domain name', 'カスタムドメイン名'],
  create: ['Add domain name', 'ドメイン名を追加'],
  edit: ['Edit domain name', 'ドメイン名の編集'],
  emptyTitle: ['There are no custom domain names in {region}', '{region} にカスタムドメイン名はありません'],
  emptyText: [
    'A custom domain name leads its paths to stages of REST, HTTP and WebSocket APIs.',
    'カスタムドメイン名のパスを、REST / HTTP / WebSocket API のステージに割り当てます。',
  ],
  details: ['Domain details', 'ドメインの詳細'],
  endpoint: ['Endpoint configuration', 'エンドポイント設定'],
  name: ['Domain name', 'ドメイン名'],
  nameHint: [
    'Lower case, such as {example}; *. in front takes all names below. It stays once it is there.',
    '小文字。例: {example}。先頭の *. は下位のすべての名前に一致します。作成後は変更できません。',
  ],
  endpointType: ['Endpoint type', 'エンドポイントタイプ'],
  endpointTypes: {
    REGIONAL: ['Regional', 'リージョン'],
    EDGE: ['Edge-optimized', 'エッジ最適化'],
    PRIVATE: ['Private', 'プライベート'],
  },
  edgeHint: [
    'Edge-optimized domains lead to REST APIs alone, by base paths of one segment.',
    'エッジ最適化ドメインは、1 セグメントのベースパスで REST API のみに割り当てられます。',
  ],
  certificate: ['ACM certificate', 'ACM 証明書'],
  certificateHint: [
    'Its ARN, in the same Region; of edge-optimized domains in us-east-1.',
    '同じリージョンの証明書の ARN（エッジ最適化は us-east-1）。',
  ],
  securityPolicy: ['Security policy', 'セキュリティポリシー'],
  truststore: ['Mutual TLS truststore URI', '相互 TLS のトラストストア URI'],
  truststoreHint: [
    'Callers need a certificate of this store: {example}. Endpoints without TLS refuse it.',
    '呼び出し元にこのストアの証明書を要求します。例: {example}。TLS のないエンドポイントは拒否します。',
  ],
  mutualTls: ['Mutual TLS authentication', '相互 TLS 認証'],
  off: ['Inactive', '非アクティブ'],
  tagsHint: ['One a line: key=value. Up to 50.', '1 行に 1 つ: キー=値。50 個まで。'],
  target: ['API Gateway domain name', 'API Gateway ドメイン名'],
  targetHint: ['The DNS record of the domain points here.', 'ドメインの DNS レコードの設定先です。'],
  zone: ['Hosted zone ID', 'ホストゾーン ID'],
  ipType: ['IP address type', 'IP アドレスのタイプ'],
  routingMode: ['Routing mode', 'ルーティングモード'],
  routingModes: {
    BASE_PATH_MAPPING_ONLY: ['API mappings only', 'API マッピングのみ'],
    ROUTING_RULE_ONLY: ['Routing rules only', 'ルーティングルールのみ'],
    ROUTING_RULE_THEN_BASE_PATH_MAPPING: [
      'Routing rules then API mappings',
      'ルーティングルール、次に API マッピング',
    ],
  },
  localAddress: ['Address without DNS', 'DNS なしのアドレス'],
  localAddressHint: [
    'Lambdeck’s own endpoint answers here, too.',
    'Lambdeck のエンドポイントはこのアドレスでも応答します。',
  ],
  statuses: {
    AVAILABLE: ['Available', '利用可能'],
    UPDATING: ['Updating', '更新中'],
    PENDING: ['Pending', '保留中'],
  },
  created: ['Domain name {name} created', 'ドメイン名 {name} を作成しました'],
  saved: ['Domain name {name} saved', 'ドメイン名 {name} を保存しました'],
  delete: ['Delete domain name', 'ドメイン名の削除'],
  deleteText: [
    'In {connection}, {region}, with its API mappings. The APIs stay.',
    '{connection}、{region}。API マッピングも削除されます。API は残ります。',
  ],
  deleteMappings: [
    '{count, plural, one {# path stops} other {# paths stop}} answering under this name.',
    'この名前での {count} 個のパスの応答が停止します。',
  ],
  deleted: ['Domain name {name} deleted', 'ドメイン名 {name} を削除しました'],

  mappings: ['API mappings', 'API マッピング'],
  noMappings: [
    'No mapping yet: every path is answered with 403.',
    'マッピングはまだありません。すべてのパスに 403 を返します。',
  ],
  addMapping: ['Add mapping', 'マッピングを追加'],
  editMapping: ['Edit mapping', 'マッピングの編集'],
  api: ['API', 'API'],
  stage: ['Stage', 'ステージ'],
  path: ['Path', 'パス'],
  pathHint: [
    'Without a slash in front, such as {example}; empty for all other paths. The longest that fits wins.',
    '先頭のスラッシュなし。例: {example}。空はその他すべてのパス。最長一致が優先されます。',
  ],
  allPaths: ['(none)', '(なし)'],
  noStage: ['named by the path', 'パスで指定'],
  stageField: ['API and stage', 'API とステージ'],
  stageHint: ['An API id and a stage, as {example}', 'API ID とステージ。例: {example}'],
  typeStage: ['Type an ID and a stage instead', 'ID とステージを入力'],
  mappingSaved: ['Mapping saved', 'マッピングを保存しました'],
  removeMapping: ['Remove mapping', 'マッピングの削除'],
  removeMappingText: [
    'The path no longer leads to the stage under this name. The stage stays.',
    'この名前でのパスの割り当てを解除します。ステージは残ります。',
  ],
  mappingRemoved: ['Mapping removed', 'マッピングを削除しました'],
});
