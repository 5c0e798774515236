import { defineMessages } from '../define.ts';

/** Versions and aliases: their tabs, the qualifier of a page, and the forms. */
export const versions = defineMessages({
  functions: ['Functions', '関数'],
  roleNeeded: [
    'This needs the role developer. Ask an administrator for it.',
    'developer ロールが必要です。管理者に依頼してください。',
  ],
  versions: ['Versions', 'バージョン'],
  aliases: ['Aliases', 'エイリアス'],
  version: ['Version', 'バージョン'],
  alias: ['Alias', 'エイリアス'],
  name: ['Name', '名前'],
  description: ['Description', '説明'],
  lastModified: ['Last modified', '最終更新日時'],
  architecture: ['Architecture', 'アーキテクチャ'],
  actions: ['Actions of {name}', '{name} のアクション'],
  actionsHeader: ['Actions', 'アクション'],
  percent: ['{percent, number} %', '{percent, number} %'],
  isCut: [
    'The first {count, number} are shown; there are more. The AWS CLI lists all of them.',
    '最初の {count, number} 件を表示しています。すべてを確認するには AWS CLI を使用してください。',
  ],

  publish: {
    title: ['Publish new version', '新しいバージョンを発行'],
    text: [
      'A version keeps the deployed code and the configuration as they are now. It cannot be changed afterwards.',
      'バージョンは、現在デプロイされているコードと設定をそのまま保持します。発行後は変更できません。',
    ],
    description: ['Version description', 'バージョンの説明'],
    hint: [
      'Up to 256 characters. Left empty, the description of the function is kept.',
      '256 文字まで。空の場合は関数の説明が使用されます。',
    ],
    undeployed: [
      '{count, plural, one {# file has} other {# files have}} changes that are not deployed. They will not be in the version.',
      '{count} 個のファイルにデプロイされていない変更があります。バージョンには含まれません。',
    ],
    act: ['Publish', '発行'],
    done: ['Version {version} published', 'バージョン {version} を発行しました'],
    same: ['Nothing has changed since version {version}', 'バージョン {version} から変更はありません'],
    sameText: [
      'Lambda publishes only what differs from the newest version, so there is no new one.',
      '最新のバージョンと差分がない場合、Lambda は新しいバージョンを発行しません。',
    ],
    view: ['View version {version}', 'バージョン {version} を表示'],
  },
  provisioned: ['Provisioned concurrency', 'プロビジョニングされた同時実行'],
  noVersions: [
    'No published versions. Publish one to keep code and configuration as they are, and to point aliases to it.',
    '発行済みのバージョンはありません。発行すると、その時点のコードと設定が保持され、エイリアスから参照できます。',
  ],
  view: ['View', '表示'],
  createAliasHere: ['Create alias', 'エイリアスの作成'],
  deleteVersion: ['Delete version {version}', 'バージョン {version} の削除'],
  deleteVersionText: [
    'Of {name} in {connection}, {region}. This cannot be undone.',
    '{connection}、{region} の {name}。この操作は元に戻せません。',
  ],
  deleteVersionStops: [
    'Everything that invokes this version by its ARN fails from then on. $LATEST and other versions stay.',
    'このバージョンを ARN で呼び出すものはすべて失敗するようになります。$LATEST と他のバージョンには影響しません。',
  ],
  inUse: [
    'Aliases point to it: {aliases}. Point them elsewhere first.',
    'エイリアスが参照しています: {aliases}。先に参照先を変更してください。',
  ],
  versionDeleted: ['Version {version} deleted', 'バージョン {version} を削除しました'],

  noAliases: [
    'No aliases. An alias is a name for a version: callers keep the name while you move it to the next version.',
    'エイリアスはありません。エイリアスはバージョンに付ける名前で、呼び出し元を変えずに次のバージョンへ切り替えられます。',
  ],
  createAlias: ['Create alias', 'エイリアスの作成'],
  editAlias: ['Edit alias {name}', 'エイリアス {name} の編集'],
  edit: ['Edit', '編集'],
  deleteAlias: ['Delete alias {name}', 'エイリアス {name} の削除'],
  deleteAliasStops: [
    'Everything that invokes this alias fails from then on. The versions stay.',
    'このエイリアスを呼び出すものはすべて失敗するようになります。バージョンは削除されません。',
  ],
  aliasDeleted: ['Alias {name} deleted', 'エイリアス {name} を削除しました'],
  rollBack: ['Roll back to version {version}', 'バージョン {version} に戻す'],
  rollBackHint: [
    'Sends every call of {name} to version {version} again.',
    '{name} へのすべての呼び出しをバージョン {version} に戻します。',
  ],
  rolledBack: [
    'Alias {name} sends every call to version {version}',
    'エイリアス {name} はすべての呼び出しをバージョン {version} に送信します',
  ],
  notRolledBack: ['Alias {name} was not rolled back', 'エイリアス {name} を戻せませんでした'],

  form: {
    name: ['Name', '名前'],
    nameHint: [
      'Up to 128 letters, digits, - and _. Not only digits. It cannot be changed later.',
      '英数字、-、_ で 128 文字まで。数字のみは使用できません。後から変更できません。',
    ],
    namePattern: [
      'Use letters, digits, - and _, and not only digits.',
      '英数字、-、_ を使用してください。数字のみは使用できません。',
    ],
    nameMissing: ['Type a name.', '名前を入力してください。'],
    descriptionHint: ['Up to {max} characters', '{max} 文字まで'],
    versionHint: ['Where calls of the alias go', 'エイリアスの呼び出し先'],
    versionMissing: ['Choose a version.', 'バージョンを選択してください。'],
    versionTypedHint: [
      'A version number or $LATEST. Versions could not be listed: {reason}',
      'バージョン番号または $LATEST。バージョンを一覧できませんでした: {reason}',
    ],
    latestDetail: [
      'What is deployed now; moves with every deploy',
      '現在デプロイ中のもの (デプロイごとに変わります)',
    ],
    weighted: ['Weighted alias', '加重エイリアス'],
    weightedHint: [
      'Sends a share of the calls to a second version, to try it out with few of them.',
      '呼び出しの一部を 2 つ目のバージョンに送信し、少ない割合で試すことができます。',
    ],
    additional: ['Additional version', '追加バージョン'],
    noAdditional: [
      'None: every call goes to one version',
      'なし: すべての呼び出しが 1 つのバージョンに送信されます',
    ],
    additionalLatest: [
      'Both versions must be published: $LATEST takes no weights.',
      '両方とも発行済みバージョンである必要があります。$LATEST に加重は設定できません。',
    ],
    additionalSame: [
      'Choose another one than the version above.',
      '上とは別のバージョンを選択してください。',
    ],
    weight: ['Weight (%)', '加重 (%)'],
    weightSlider: ['Weight of the additional version', '追加バージョンの加重'],
    weightHint: ['0 to 100 %, two decimals at most', '0～100 %、小数点以下 2 桁まで'],
    weightBad: ['Type a percentage of 0 to 100.', '0～100 のパーセントを入力してください。'],
    rollBack: ['Roll back: weight 0', '加重を 0 に戻す'],
    shares: ['{version}: {percent, number} %', '{version}: {percent, number} %'],
    effect: [
      'Of 1,000 calls about {count, number} go to version {version}.',
      '1,000 回の呼び出しのうち約 {count, number} 回がバージョン {version} に送信されます。',
    ],
    notRead: ['The alias could not be read', 'エイリアスを読み込めませんでした'],
    created: ['Alias {name} created', 'エイリアス {name} を作成しました'],
    updated: ['Alias {name} updated', 'エイリアス {name} を更新しました'],
    routing: ['Weighted alias', '加重エイリアス'],
  },

  qualifier: {
    label: ['Version: {qualifier}', 'バージョン: {qualifier}'],
    labelAlias: ['Alias: {qualifier}', 'エイリアス: {qualifier}'],
    choose: ['Version or alias', 'バージョンまたはエイリアス'],
    all: ['All versions', 'すべてのバージョン'],
    allAliases: ['All aliases', 'すべてのエイリアス'],
    latest: ['What you edit and deploy', '編集およびデプロイの対象'],
    versionTitle: ['You look at version {version}.', 'バージョン {version} を表示しています。'],
    versionText: [
      'Its code and configuration do not change any more. To change something, edit $LATEST and publish a new version.',
      'コードと設定は変更できません。変更するには $LATEST を編集し、新しいバージョンを発行してください。',
    ],
    aliasTitle: [
      'You look at alias {alias}, which points to {versions}.',
      'エイリアス {alias} ({versions} を参照) を表示しています。',
    ],
    aliasText: [
      'Code and configuration are those of its version and do not change here.',
      'コードと設定は参照先バージョンのもので、ここでは変更できません。',
    ],
    aliasLatestText: [
      'Code and configuration are changed on $LATEST itself.',
      'コードと設定は $LATEST で変更してください。',
    ],
    missingTitle: [
      'There is no version or alias {qualifier}.',
      'バージョンまたはエイリアス {qualifier} はありません。',
    ],
    missingText: ['It may have been deleted.', '削除された可能性があります。'],
    back: ['Back to $LATEST', '$LATEST に戻る'],
    readOnly: [
      '{qualifier} is published and does not change. Go back to $LATEST to edit.',
      '{qualifier} は発行済みのため変更できません。編集するには $LATEST に戻ってください。',
    ],
  },
});
