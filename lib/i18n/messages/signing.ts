import { defineMessages } from '../define.ts';

/** Code signing: its configurations, and the one that a function has. */
export const signing = defineMessages({
  lambda: ['Lambda', 'Lambda'],
  title: ['Code signing configurations', 'コード署名設定'],
  one: ['Code signing configuration', 'コード署名設定'],
  section: ['Code signing', 'コード署名'],
  roleNeeded: [
    'This needs the role developer. Ask an administrator for it.',
    'developer ロールが必要です。管理者に依頼してください。',
  ],
  saved: ['{name} updated', '{name} を更新しました'],
  create: ['Create configuration', '設定の作成'],
  createTitle: ['Create code signing configuration', 'コード署名設定の作成'],
  edit: ['Edit', '編集'],
  editTitle: ['Edit code signing configuration', 'コード署名設定を編集'],
  id: ['ID', 'ID'],
  arn: ['ARN', 'ARN'],
  copyArn: ['Copy ARN', 'ARN をコピー'],
  description: ['Description', '説明'],
  descriptionHint: ['Up to 256 characters.', '256 文字まで。'],
  publishers: ['Signing profile version ARNs', '署名プロファイルバージョン ARN'],
  publishersHint: [
    '1 to 20 signing profile versions of AWS Signer, one a line. Code that any of them signed is trusted.',
    'AWS Signer の署名プロファイルバージョンを 1 行に 1 つ、1～20 個。いずれかで署名されたコードが信頼されます。',
  ],
  publisherCount: ['Publishers', '発行元'],
  policy: ['Signature validation policy', '署名検証ポリシー'],
  Warn: ['Warn', '警告'],
  warnText: [
    'Code that is not signed as asked is deployed, and a metric and a log of it are kept.',
    '署名要件を満たさないコードもデプロイされ、メトリクスとログに記録されます。',
  ],
  Enforce: ['Enforce', '適用'],
  enforceText: [
    'Code that is not signed as asked is refused. Functions cannot be edited in the browser then.',
    '署名要件を満たさないコードは拒否されます。ブラウザでのコード編集はできなくなります。',
  ],
  tags: ['Tags', 'タグ'],
  tagsHint: ['One a line: key=value. Up to 50.', '1 行に 1 つ: キー=値。50 個まで。'],
  lastModified: ['Last modified', '最終更新日時'],
  actions: ['Actions', 'アクション'],
  isCut: [
    'The first {count, number} are shown; there are more. The AWS CLI lists all of them.',
    '最初の {count, number} 件を表示しています。すべてを確認するには AWS CLI を使用してください。',
  ],
  emptyTitle: ['No code signing configurations in {region}', '{region} にコード署名設定はありません'],
  emptyText: [
    'A configuration names the signing profiles whose code may be deployed. Functions that have it take no other code.',
    '設定では、デプロイを許可する署名プロファイルを指定します。設定を適用した関数には、それ以外のコードをデプロイできません。',
  ],
  created: ['Code signing configuration created', 'コード署名設定を作成しました'],
  functions: ['Functions using this configuration', 'この設定を使用している関数'],
  noFunctions: ['No function uses it.', '使用している関数はありません。'],
  delete: {
    label: ['Delete', '削除'],
    title: ['Delete code signing configuration', 'コード署名設定の削除'],
    text: ['In {region}. This cannot be undone.', '{region}。この操作は元に戻せません。'],
    stops: [
      'AWS refuses it while a function uses the configuration.',
      '関数が設定を使用している間は AWS によって拒否されます。',
    ],
    done: ['Code signing configuration deleted', 'コード署名設定を削除しました'],
  },
  onFunction: {
    edit: ['Edit code signing', 'コード署名を編集'],
    none: [
      'The function takes any code: it has no code signing configuration.',
      'この関数にはコード署名設定がなく、すべてのコードがデプロイ可能です。',
    ],
    field: ['Code signing configuration', 'コード署名設定'],
    fieldHint: [
      'Code that is deployed already is not checked again. Empty: none.',
      'デプロイ済みのコードは再検証されません。空の場合は設定なし。',
    ],
    signature: ['Signing profile version', '署名プロファイルバージョン'],
    job: ['Signing job', '署名ジョブ'],
    onlyZip: [
      'The function is a container image: code signing is for .zip packages.',
      'この関数はコンテナイメージのため、コード署名 (.zip パッケージ用) は使用できません。',
    ],
  },
});
