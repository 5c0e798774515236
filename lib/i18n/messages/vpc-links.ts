import { defineMessages } from '../define.ts';

/** VPC links: how integrations reach what is inside of a VPC. */
export const vpcLinks = defineMessages({
  title: ['VPC links', 'VPC リンク'],
  link: ['VPC link', 'VPC リンク'],
  create: ['Create VPC link', 'VPC リンクの作成'],
  edit: ['Edit VPC link', 'VPC リンクの編集'],
  emptyTitle: ['There are no VPC links in {region}', '{region} に VPC リンクはありません'],
  emptyText: [
    'A VPC link lets integrations of REST and HTTP APIs reach load balancers and services inside of a VPC.',
    'VPC リンクは、REST API と HTTP API の統合から VPC 内のロードバランサーやサービスへの接続を可能にします。',
  ],
  missing: [
    'VPC links of version {version} could not be read',
    'バージョン {version} の VPC リンクを読み込めませんでした',
  ],
  details: ['VPC link details', 'VPC リンクの詳細'],
  version: ['VPC link version', 'VPC リンクのバージョン'],
  versions: {
    V2: ['V2: for HTTP APIs and REST APIs', 'V2: HTTP API と REST API 用'],
    V1: ['V1: for REST APIs, to a Network Load Balancer', 'V1: REST API 用、Network Load Balancer 経由'],
  },
  versionShort: ['Version', 'バージョン'],
  target: ['Target NLB', 'ターゲット NLB'],
  targetHint: [
    'The ARN of a Network Load Balancer in the same account.',
    '同じアカウントの Network Load Balancer の ARN。',
  ],
  subnets: ['Subnets', 'サブネット'],
  subnetsHint: [
    'At most 10. They stay as they are once the link is there.',
    '10 個まで。作成後は変更できません。',
  ],
  securityGroups: ['Security groups', 'セキュリティグループ'],
  securityGroupsHint: ['They stay as they are once the link is there.', '作成後は変更できません。'],
  tagsHint: [
    'One a line: key=value. Without a VPC, as on an endpoint of your own, {tag}={example} says where the link leads.',
    '1 行に 1 つ: キー=値。VPC のない独自エンドポイントでは、{tag}={example} がリンク先になります。',
  ],
  leadsTo: ['Leads to', '接続先'],
  subnetCount: ['{count, plural, one {# subnet} other {# subnets}}', 'サブネット {count} 個'],
  localTarget: ['Local target', 'ローカルのターゲット'],
  localTargetOf: ['{address}, for {listener}', '{address}（{listener} 用）'],
  localTargetHint: [
    'By the tag {tag}. It counts on endpoints without VPCs; AWS keeps it as a tag like any other.',
    'タグ {tag} による指定です。VPC のないエンドポイントで有効で、AWS では通常のタグとして扱われます。',
  ],
  statuses: {
    AVAILABLE: ['Available', '利用可能'],
    PENDING: ['Pending', '保留中'],
    DELETING: ['Deleting', '削除中'],
    FAILED: ['Failed', '失敗'],
    INACTIVE: ['Inactive', '非アクティブ'],
  },
  createdMessage: ['VPC link {name} created', 'VPC リンク {name} を作成しました'],
  saved: ['VPC link {name} saved', 'VPC リンク {name} を保存しました'],
  delete: ['Delete VPC link', 'VPC リンクの削除'],
  deleteText: [
    'In {connection}, {region}. AWS refuses while integrations use the link.',
    '{connection}、{region}。統合で使用中のリンクの削除は AWS に拒否されます。',
  ],
  deleted: ['VPC link {name} deleted', 'VPC リンク {name} を削除しました'],
  users: ['Integrations that use this link', 'このリンクを使用する統合'],
  noUsers: ['No integration names this link.', 'このリンクを指定している統合はありません。'],
  usersHint: [
    'As the APIs stand now, deployed or not. Links named by a stage variable are not found.',
    'デプロイの有無を問わない現在の API の内容です。ステージ変数によるリンクの指定は含みません。',
  ],
  usersCut: ['Not every API could be looked through.', '一部の API は確認できませんでした。'],
  api: ['API', 'API'],
  protocol: ['Protocol', 'プロトコル'],
  integration: ['Integration', '統合'],
  uri: ['Endpoint', 'エンドポイント'],
});
