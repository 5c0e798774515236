import { defineMessages } from '../define.ts';

/** Sections about the function's surroundings: logs and traces, network, files, databases. */
export const operations = defineMessages({
  notListedTitle: ['{what} could not be listed.', '{what}を一覧できませんでした。'],
  notListedText: ['Type their ids. {reason}', 'ID を入力してください。{reason}'],
  unsupportedText: [
    'This connection does not have {operation}. Ids can still be typed; whether Lambda takes them, it says when saving.',
    'この接続は {operation} に対応していません。ID は入力できますが、使用できるかどうかは保存時に判定されます。',
  ],
  notOfThisConnection: [
    'This connection does not have {operation}.',
    'この接続は {operation} に対応していません。',
  ],
  latestOnly: [
    'Set with the function and kept in each version.',
    '関数で設定し、各バージョンに引き継がれます。',
  ],
  monitoring: {
    edit: ['Edit monitoring and operations tools', 'モニタリングおよび運用ツールの編集'],
    logging: ['Logging configuration', 'ログ記録の設定'],
    tools: ['Additional monitoring tools', '追加のモニタリングツール'],
    insights: ['Lambda Insights enhanced monitoring', 'Lambda Insights の拡張モニタリング'],
    insightsOff: ['Not enabled', '無効'],
    insightsOn: ['Enabled by the layer {layer}', 'レイヤー {layer} により有効'],
    insightsHint: [
      'Added as a layer: LambdaInsightsExtension of your Region, with CloudWatchLambdaInsightsExecutionRolePolicy on the role.',
      'レイヤーとして追加します: リージョンの LambdaInsightsExtension と、ロールの CloudWatchLambdaInsightsExecutionRolePolicy。',
    ],
    active: ['Active', 'アクティブ'],
    passThrough: ['Pass-through', 'パススルー'],
    logFormat: ['Log format', 'ログ形式'],
    text: ['Text', 'テキスト'],
    textHint: ['Plain lines, as the code writes them', 'コードが出力したとおりのプレーンテキスト'],
    json: ['JSON', 'JSON'],
    jsonHint: [
      'One object a line, with levels that can be filtered',
      '1 行につき 1 オブジェクト。レベルで絞り込み可能',
    ],
    applicationLevel: ['Application log level', 'アプリケーションログレベル'],
    applicationLevelHint: [
      'What the code logs below it is dropped.',
      'これより下のレベルのコードのログは破棄されます。',
    ],
    systemLevel: ['System log level', 'システムログレベル'],
    systemLevelHint: [
      'What Lambda itself logs. With WARN there are no platform.report lines.',
      'Lambda 自体のログ。WARN にすると platform.report 行は出力されません。',
    ],
    logGroup: ['CloudWatch log group', 'CloudWatch ロググループ'],
    logGroupHint: [
      'Default: {group}. Several functions may share one; it is made with the first line.',
      'デフォルト: {group}。複数の関数で共有でき、最初の出力時に作成されます。',
    ],
    tracing: ['X-Ray active tracing', 'X-Ray のアクティブトレース'],
    tracingHint: [
      'Lambda samples requests and writes segments. The role needs AWSXRayDaemonWriteAccess.',
      'Lambda がリクエストをサンプリングしてセグメントを記録します。ロールに AWSXRayDaemonWriteAccess が必要です。',
    ],
  },
  vpc: {
    edit: ['Edit VPC', 'VPC の編集'],
    none: [
      'Not in a VPC. Put the function into one to reach databases and services in private subnets.',
      'VPC に接続されていません。プライベートサブネットのデータベースやサービスにアクセスするには VPC を設定します。',
    ],
    vpc: ['VPC', 'VPC'],
    vpcHint: ['Empty takes the function out of its VPC', '空にすると関数を VPC から外します'],
    subnets: ['Subnets', 'サブネット'],
    subnetsHint: [
      '1 to 16. Two Availability Zones or more keep the function running when one fails.',
      '1～16。可用性のため 2 つ以上のアベイラビリティーゾーンを推奨します。',
    ],
    securityGroups: ['Security groups', 'セキュリティグループ'],
    securityGroupsHint: ['1 to 5', '1～5'],
    ipv6: [
      'Allow IPv6 traffic for dual-stack subnets',
      'デュアルスタックサブネットの IPv6 トラフィックを許可',
    ],
    ipv6On: ['Allowed', '許可'],
    networks: ['VPCs', 'VPC'],
    namesMissing: ['Names and rules are not shown', '名前とルールは表示されません'],
    gone: ['Not there any more', '既に存在しません'],
    inboundRules: ['Inbound rules', 'インバウンドルール'],
    outboundRules: ['Outbound rules', 'アウトバウンドルール'],
    noInbound: [
      'No rule lets anything in. Answers to what the function sends come in nevertheless.',
      '受信を許可するルールはありません。関数からの送信に対する応答は受信されます。',
    ],
    noOutbound: [
      'No rule lets anything out: the function reaches nothing.',
      '送信を許可するルールがないため、関数はどこにも接続できません。',
    ],
    securityGroup: ['Security group', 'セキュリティグループ'],
    protocol: ['Protocol', 'プロトコル'],
    ports: ['Ports', 'ポート'],
    source: ['Source', '送信元'],
    destination: ['Destination', '送信先'],
    description: ['Description', '説明'],
    all: ['All', 'すべて'],
    note: [
      'Without a NAT gateway the function loses the internet. The role needs AWSLambdaVPCAccessExecutionRole, and the function is Pending until its network interfaces stand.',
      'NAT ゲートウェイがないとインターネットに接続できません。ロールに AWSLambdaVPCAccessExecutionRole が必要で、ネットワークインターフェイスの準備が完了するまで保留中になります。',
    ],
  },
  'file-systems': {
    edit: ['Edit file system', 'ファイルシステムの編集'],
    none: [
      'No file system. Mount one to share files between invocations and functions.',
      'ファイルシステムはありません。マウントすると、呼び出し間や関数間でファイルを共有できます。',
    ],
    accessPoint: ['Access point', 'アクセスポイント'],
    accessPointHint: [
      'ARN of an access point of Amazon EFS or Amazon S3 Files. Empty takes it away.',
      'Amazon EFS または Amazon S3 Files のアクセスポイントの ARN。空にすると解除します。',
    ],
    mountPath: ['Local mount path', 'ローカルマウントパス'],
    mountPathHint: ['/mnt/ and a name', '/mnt/ と名前'],
    needsVpc: [
      'The function must be in a VPC that reaches a mount target on port 2049.',
      'マウントターゲットのポート 2049 に到達できる VPC に関数を配置する必要があります。',
    ],
    points: ['Access points', 'アクセスポイント'],
    fileSystem: ['File system', 'ファイルシステム'],
    rootDirectory: ['Root directory', 'ルートディレクトリ'],
    posixUser: ['POSIX user', 'POSIX ユーザー'],
    posixUserHint: ['User and group', 'ユーザーとグループ'],
    goneTitle: ['The access point is gone', 'アクセスポイントが存在しません'],
    goneText: [
      'Calls fail until the function mounts another one, or none.',
      '別のアクセスポイントをマウントするか解除するまで、呼び出しは失敗します。',
    ],
    detailsMissing: ['The access point cannot be shown', 'アクセスポイントを表示できません'],
    notInVpcTitle: ['The function is in no VPC', '関数は VPC に接続されていません'],
    notInVpcText: [
      'A file system is reached through one. <link>Edit VPC</link> first.',
      'ファイルシステムには VPC 経由で接続します。先に <link>VPC の編集</link> を行ってください。',
    ],
    copy: ['Copy the ARN of the access point', 'アクセスポイントの ARN をコピー'],
  },
});
