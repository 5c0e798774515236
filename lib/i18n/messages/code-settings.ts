import { defineMessages } from '../define.ts';

/** Settings that the Code tab shows: runtime, its updates, the package and the layers. */
export const codeSettings = defineMessages({
  roleNeeded: [
    'This needs the role developer. Ask an administrator for it.',
    'developer ロールが必要です。管理者に依頼してください。',
  ],
  saved: ['{name} updated', '{name} を更新しました'],
  settingsTitle: ['Runtime settings', 'ランタイム設定'],
  edit: {
    runtime: ['Edit runtime settings', 'ランタイム設定を編集'],
    'runtime-management': ['Edit runtime management configuration', 'ランタイム管理設定を編集'],
    package: ['Edit code package', 'コードパッケージを編集'],
    image: ['Edit image configuration', 'イメージ設定を編集'],
    layers: ['Edit layers', 'レイヤーを編集'],
  },
  runtime: {
    runtime: ['Runtime', 'ランタイム'],
    runtimeHint: [
      'Deprecated runtimes are not offered. Code and handler must fit the runtime.',
      '非推奨のランタイムは選択できません。コードとハンドラはランタイムに合わせる必要があります。',
    ],
    handler: ['Handler', 'ハンドラ'],
    handlerHint: [
      'Up to 128 characters without spaces: file and function, such as index.handler.',
      '空白を含まない 128 文字まで。ファイル名と関数名 (index.handler など) です。',
    ],
    handlerUnused: [
      'This runtime starts the executable “bootstrap” and does not use the handler, but Lambda asks for one.',
      'このランタイムは実行ファイル「bootstrap」を起動し、ハンドラは使用しませんが、Lambda では指定が必要です。',
    ],
    architecture: ['Architecture', 'アーキテクチャ'],
    x86: ['64-bit Intel and AMD processors', '64 ビットの Intel および AMD プロセッサ'],
    arm: ['64-bit Arm (Graviton) processors', '64 ビットの Arm (Graviton) プロセッサ'],
    resend: [
      'The architecture belongs to the code: the deployed package is sent again with it. Binaries and layers must fit.',
      'アーキテクチャはコードの属性のため、デプロイ済みのパッケージが再送信されます。バイナリとレイヤーも対応している必要があります。',
    ],
    versionArn: ['Runtime version ARN', 'ランタイムバージョン ARN'],
    copyVersionArn: ['Copy runtime version ARN', 'ランタイムバージョン ARN をコピー'],
  },
  management: {
    title: ['Runtime management configuration', 'ランタイム管理設定'],
    update: ['Update runtime version', 'ランタイムバージョンの更新'],
    Auto: ['Auto', '自動'],
    autoText: [
      'The newest and safest runtime version, in two phases. Recommended.',
      '最新で最も安全なランタイムバージョンに 2 段階で更新します。推奨の設定です。',
    ],
    FunctionUpdate: ['Function update', '関数の更新'],
    functionUpdateText: [
      'The newest runtime version whenever the function is changed.',
      '関数が更新されたときに最新のランタイムバージョンを使用します。',
    ],
    Manual: ['Manual', '手動'],
    manualText: [
      'The version named below and no other. It gets no security updates.',
      '下で指定したバージョンのみを使用します。セキュリティ更新は適用されません。',
    ],
    versionArnHint: [
      'It stands in the INIT_START lines of the log: arn:aws:lambda:…::runtime:…',
      'ログの INIT_START 行に記録されています: arn:aws:lambda:…::runtime:…',
    ],
    notFor: [
      'Only functions with a runtime of AWS have it.',
      'AWS のランタイムを使用する関数でのみ設定できます。',
    ],
  },
  package: {
    kms: ['Package encryption key', 'パッケージの暗号化キー'],
    kmsNone: ['AWS owned key', 'AWS 所有のキー'],
    kmsHint: [
      'ARN of a key of AWS KMS. Empty: a key that AWS owns.',
      'AWS KMS キーの ARN。空の場合は AWS 所有のキーが使用されます。',
    ],
    variablesKms: ['Key of environment variables', '環境変数のキー'],
    copyKms: ['Copy key ARN', 'キーの ARN をコピー'],
    source: ['Source', 'ソース'],
    keep: ['Deployed package', 'デプロイ済みのパッケージ'],
    keepText: [
      'The package that is deployed now is sent again, up to 50 MB.',
      '現在デプロイされているパッケージを再送信します (50 MB まで)。',
    ],
    s3: ['Amazon S3 location', 'Amazon S3 の場所'],
    s3Text: [
      'A .zip file in a bucket of the same Region. It replaces all code.',
      '同じリージョンのバケットにある .zip ファイル。すべてのコードが置き換えられます。',
    ],
    bucket: ['S3 bucket', 'S3 バケット'],
    key: ['S3 key', 'S3 キー'],
    objectVersion: ['S3 object version', 'S3 オブジェクトバージョン'],
    mode: ['Code storage mode', 'コードの保存モード'],
    copy: ['Copy', 'コピー'],
    copyText: ['Lambda keeps a copy.', 'Lambda がコピーを保持します。'],
    reference: ['Reference', '参照'],
    referenceText: [
      'Lambda reads it from the bucket, which must have versioning on and let Lambda in.',
      'Lambda がバケットから読み取ります。バケットのバージョニングと Lambda へのアクセス許可が必要です。',
    ],
    publish: ['Publish a version of it', 'バージョンを発行する'],
    dryRun: ['Only check it, change nothing', '検証のみ行い、変更しない'],
    dryRunDone: [
      'The package would be accepted. Nothing was changed.',
      'パッケージは受け入れ可能です。変更は行われていません。',
    ],
    storage: ['Stored in', '保存場所'],
    signature: ['Signing profile version', '署名プロファイルバージョン'],
    signingJob: ['Signing job', '署名ジョブ'],
  },
  image: {
    title: ['Image configuration', 'イメージ設定'],
    uri: ['Container image URI', 'コンテナイメージ URI'],
    uriHint: [
      'A changed URI is deployed. A tag is looked up once: deploy again when it moves.',
      'URI を変更するとデプロイされます。タグは一度だけ解決されるため、移動した場合は再デプロイしてください。',
    ],
    resolved: ['Image digest', 'イメージダイジェスト'],
    entryPoint: ['ENTRYPOINT override', 'ENTRYPOINT の上書き'],
    command: ['CMD override', 'CMD の上書き'],
    workingDirectory: ['WORKDIR override', 'WORKDIR の上書き'],
    oneALine: ['One argument a line. Empty: as in the image.', '1 行に 1 つの引数。空の場合はイメージの値。'],
    notFor: [
      'The function is a .zip package and has no image configuration.',
      'この関数は .zip パッケージのため、イメージ設定はありません。',
    ],
  },
  onlyZip: [
    'The function is a container image: this is set in the image.',
    'この関数はコンテナイメージのため、イメージ側で設定します。',
  ],
});
