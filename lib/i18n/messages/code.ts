import { defineMessages } from '../define.ts';

/** The Code tab. */
export const code = defineMessages({
  title: ['Code source', 'コードソース'],
  loading: ['Reading the deployed code', 'デプロイ済みのコードを読み込んでいます'],
  loadFailed: ['The deployed code could not be read', 'デプロイ済みのコードを読み込めませんでした'],
  changes: [
    'Undeployed changes · {count, plural, one {# file} other {# files}}',
    'デプロイされていない変更 · {count} ファイル',
  ],
  viewDiff: ['View diff', '差分を表示'],
  discard: ['Discard changes', '変更を破棄'],
  discardQuestion: ['Discard changes', '変更を破棄'],
  discardText: [
    'The {count, plural, one {changed file goes} other {# changed files go}} back to what is deployed. This cannot be undone.',
    '変更した {count} ファイルがデプロイ済みの内容に戻ります。この操作は元に戻せません。',
  ],
  deploy: ['Deploy', 'デプロイ'],
  deployClean: [
    'There is nothing to deploy: no file differs from the deployed code.',
    'デプロイする変更はありません。すべてのファイルがデプロイ済みのコードと同じです。',
  ],
  deployBusy: ['A deploy is under way.', 'デプロイを実行中です。'],
  deployUpdating: [
    'The function is being created or updated. Deploy when that has ended.',
    '関数を作成または更新中です。完了後にデプロイしてください。',
  ],
  deployConflict: [
    'The deployed code changed. Choose above which changes to keep first.',
    'デプロイ済みのコードが変更されました。先に上で残す変更を選択してください。',
  ],
  test: ['Test', 'テスト'],
  testHint: ['Test runs the deployed code.', 'テストではデプロイ済みのコードが実行されます。'],
  uploadFrom: ['Upload from', 'アップロード元'],
  uploadZip: ['.zip file', '.zip ファイル'],
  uploadS3: ['Amazon S3 location', 'Amazon S3 の場所'],
  uploadImage: ['The code is in a container image.', 'コードはコンテナイメージにあります。'],
  upload: {
    title: ['Upload a .zip file', '.zip ファイルのアップロード'],
    text: [
      'The file replaces all code of {name} at once and is deployed with it. At most 50 MB.',
      'ファイルは {name} のすべてのコードを置き換え、同時にデプロイされます。最大 50 MB。',
    ],
    losesDraft: [
      'Your undeployed changes are dropped when the upload has been deployed.',
      'アップロードのデプロイ後、デプロイされていない変更は破棄されます。',
    ],
    choose: ['Choose a .zip file', '.zip ファイルを選択'],
    chosen: ['{name}, {size}', '{name}、{size}'],
    none: ['No file chosen', 'ファイルが選択されていません'],
    tooLarge: [
      '{name} is {size}; at most 50 MB can be uploaded. Put it into S3 and deploy it from there.',
      '{name} は {size} です。アップロードできるのは最大 50 MB です。S3 に置いてデプロイしてください。',
    ],
    empty: ['{name} is empty.', '{name} は空です。'],
    act: ['Upload and deploy', 'アップロードしてデプロイ'],
    chooseFirst: ['Choose a file first.', '先にファイルを選択してください。'],
  },
  download: ['Download', 'ダウンロード'],
  explorer: {
    title: ['Explorer', 'エクスプローラー'],
    newFile: ['New file', '新しいファイル'],
    newFolder: ['New folder', '新しいフォルダ'],
    uploadFiles: ['Upload files', 'ファイルのアップロード'],
    rename: ['Rename', '名前の変更'],
    delete: ['Delete', '削除'],
    restore: ['Restore', '元に戻す'],
    moreActions: ['Actions for {name}', '{name} のアクション'],
    empty: ['The package has no files.', 'パッケージにファイルがありません。'],
    path: ['Path', 'パス'],
    pathHint: [
      'Folders are separated by a slash: lib/orders.mjs',
      'フォルダはスラッシュで区切ります: lib/orders.mjs',
    ],
    create: ['Create', '作成'],
    deleteQuestion: ['Delete {name}', '{name} の削除'],
    deleteText: [
      'It leaves the package with the next deploy. What is deployed can be restored until then; what is not yet deployed is lost now.',
      '次のデプロイでパッケージから削除されます。デプロイ済みの内容はそれまで元に戻せますが、未デプロイの内容は失われます。',
    ],
    change: {
      A: ['added', '追加'],
      M: ['modified', '変更'],
      D: ['deleted', '削除'],
    },
    executable: ['executable', '実行可能'],
    problem: {
      empty: ['Type a path.', 'パスを入力してください。'],
      slash: [
        'A path does not begin or end with a slash, nor has it two in a row.',
        'パスの先頭、末尾、または連続したスラッシュは使用できません。',
      ],
      dots: ['"." and ".." are not names.', '「.」と「..」は名前に使用できません。'],
      characters: [
        'A path has no backslash and no control characters.',
        'バックスラッシュと制御文字は使用できません。',
      ],
      'too-long': [
        'A name has at most 255 bytes, a path 1,024.',
        '名前は 255 バイト、パスは 1,024 バイトまでです。',
      ],
      taken: ['Something has this path already.', 'このパスはすでに使用されています。'],
      'inside-file': ['A part of this path is a file.', 'パスの一部がファイルです。'],
    },
    tooLarge: [
      '{name} was not added: the package would be larger than can be edited here ({limit}).',
      '{name} は追加されませんでした。ここで編集できるサイズ（{limit}）を超えます。',
    ],
  },
  tabs: ['Open files', '開いているファイル'],
  closeFile: ['Close {name}', '{name} を閉じる'],
  changed: ['changed', '変更あり'],
  editor: {
    label: ['Editor content, {path}', 'エディタの内容、{path}'],
    loading: ['Loading the editor', 'エディタを読み込んでいます'],
    failed: ['The editor could not be loaded.', 'エディタを読み込めませんでした。'],
    retry: ['Retry', '再試行'],
    nothing: ['Choose a file in the explorer.', 'エクスプローラーでファイルを選択してください。'],
    binary: [
      '{name} is not text and is carried along as it is ({size}).',
      '{name} はテキストではないため、そのまま保持されます（{size}）。',
    ],
    link: [
      '{name} is a symbolic link and is carried along as it is.',
      '{name} はシンボリックリンクのため、そのまま保持されます。',
    ],
    large: [
      '{name} is larger than 512 KB and is carried along as it is ({size}).',
      '{name} は 512 KB を超えるため、そのまま保持されます（{size}）。',
    ],
    deleted: ['{name} is taken out with the next deploy.', '{name} は次のデプロイで削除されます。'],
    keyboard: [
      'Ctrl+M makes Tab leave the editor.',
      'Ctrl+M で Tab キーによるエディタからの移動を切り替えます。',
    ],
  },
  kept: [
    'Kept in this browser. Deploy to put it into the function.',
    'このブラウザに保存しました。関数に反映するにはデプロイしてください。',
  ],
  keptFailed: [
    'The browser could not keep the draft: it is larger than {limit} or its storage is full.',
    'ブラウザに下書きを保存できませんでした。{limit} を超えているか、保存領域がいっぱいです。',
  ],
  restored: [
    'Your undeployed changes from {time} are back.',
    '{time} のデプロイされていない変更を復元しました。',
  ],
  readOnly: {
    title: ['Read only', '読み取り専用'],
    image: [
      'The code is in a container image. Change it where the image is built, then push and deploy the new image.',
      'コードはコンテナイメージにあります。イメージのビルド元で変更し、新しいイメージをプッシュしてデプロイしてください。',
    ],
    'zip-too-large': [
      'The package has {size}; up to 3 MB can be edited here. Files can be read, and a new .zip can be uploaded.',
      'パッケージは {size} です。ここで編集できるのは 3 MB までです。ファイルの閲覧と新しい .zip のアップロードは可能です。',
    ],
    'not-listable': [
      'The package has {size}, which is too large to list. Download it to read it, or upload a new .zip.',
      'パッケージは {size} で、一覧表示するには大きすぎます。ダウンロードして確認するか、新しい .zip をアップロードしてください。',
    ],
    'unpacked-too-large': [
      'Unpacked the package has {size}; up to 12 MB can be edited here. Files can be read, and a new .zip can be uploaded.',
      '展開後のパッケージは {size} です。ここで編集できるのは 12 MB までです。ファイルの閲覧と新しい .zip のアップロードは可能です。',
    ],
    'too-many-entries': [
      'The package has {count, number} files; up to 1,000 can be edited here. Files can be read, and a new .zip can be uploaded.',
      'パッケージには {count, number} 個のファイルがあります。ここで編集できるのは 1,000 個までです。ファイルの閲覧と新しい .zip のアップロードは可能です。',
    ],
    qualifier: [
      'Published versions do not change. Edit $LATEST and publish a new version.',
      '発行済みのバージョンは変更できません。$LATEST を編集して新しいバージョンを発行してください。',
    ],
    role: [
      'Your role may look, not change. Ask an administrator for the role developer.',
      '現在のロールでは閲覧のみ可能です。developer ロールを管理者に依頼してください。',
    ],
    cut: [
      '{shown, number} of {total, number} entries are listed.',
      '{total, number} 件中 {shown, number} 件を表示しています。',
    ],
    image_uri: ['Image URI', 'イメージ URI'],
    compiled: [
      'This runtime runs what a compiler made. Change the source where it is built and upload the .zip.',
      'このランタイムはコンパイル済みのコードを実行します。ビルド元でソースを変更し、.zip をアップロードしてください。',
    ],
    largeFile: [
      '{name} has {size}; files up to 512 KB can be read here. Download the package to read it.',
      '{name} は {size} です。ここで表示できるのは 512 KB までです。パッケージをダウンロードして確認してください。',
    ],
    binaryFile: [
      '{name} is not text ({size}). Download the package to see it.',
      '{name} はテキストではありません（{size}）。パッケージをダウンロードして確認してください。',
    ],
    readFailed: ['{name} cannot be shown', '{name} を表示できません'],
    reading: ['Reading {name}', '{name} を読み込んでいます'],
  },
  conflict: {
    title: ['The deployed code changed since you began', '編集開始後にデプロイ済みのコードが変更されました'],
    text: [
      'Nothing is lost: your changes are kept here, the others are deployed.',
      '変更は失われていません。あなたの変更はここに保持され、他の変更はデプロイ済みです。',
    ],
    compare: ['Compare', '比較'],
    keepMine: ['Keep mine on top', '自分の変更を上に適用'],
    takeTheirs: ['Take the deployed code', 'デプロイ済みのコードを使用'],
  },
  diff: {
    title: ['Undeployed changes', 'デプロイされていない変更'],
    close: ['Close the comparison', '比較を閉じる'],
    deployed: ['Deployed', 'デプロイ済み'],
    mine: ['Yours', 'あなたの変更'],
    files: ['Changed files', '変更されたファイル'],
    loading: ['Loading the comparison', '比較を読み込んでいます'],
    failed: ['The comparison could not be loaded.', '比較を読み込めませんでした。'],
    binary: [
      'This file is not text; only its size can be compared: {before} → {after}',
      'テキストではないため、サイズのみ比較できます: {before} → {after}',
    ],
    mode: [
      'Only the file mode differs: {before} → {after}',
      'ファイルモードのみが異なります: {before} → {after}',
    ],
    folder: ['An empty folder.', '空のフォルダです。'],
  },
  output: {
    title: ['Output', '出力'],
    close: ['Close the output', '出力を閉じる'],
    empty: ['Results of deploys appear here.', 'デプロイの結果がここに表示されます。'],
    deployed: ['Deployed', 'デプロイ済み'],
    failed: ['Deploy failed', 'デプロイに失敗しました'],
    packing: ['Packing', '圧縮中'],
    sending: ['Sending {percent}%', '送信中 {percent}%'],
    updating: ['Waiting for Lambda', 'Lambda の処理を待機中'],
    size: ['{size} in {count, plural, one {# file} other {# files}}', '{count} ファイル、{size}'],
    inProgress: [
      'Lambda is still taking the code over. The state at the top of the page tells when it has.',
      'Lambda がコードを処理中です。完了はページ上部の状態で確認できます。',
    ],
    sha: ['SHA-256', 'SHA-256'],
    clear: ['Clear output', '出力をクリア'],
  },
  flash: {
    deploying: ['Deploying {name}', '{name} をデプロイしています'],
    deployed: ['{name} deployed', '{name} をデプロイしました'],
    failed: ['{name} was not deployed', '{name} をデプロイできませんでした'],
    failedText: [
      'The code from before is in use. The output has the reason.',
      '以前のコードが使用されています。理由は出力を確認してください。',
    ],
  },
  variables: {
    title: ['Environment variables', '環境変数'],
    edit: ['Edit environment variables', '環境変数の編集'],
    empty: ['None are set.', '設定されていません。'],
    hint: ['Values are shown on the Configuration tab.', '値は設定タブで確認できます。'],
  },
  properties: {
    title: ['Code properties', 'コードのプロパティ'],
    size: ['Package size', 'パッケージサイズ'],
    sha: ['SHA256 hash', 'SHA256 ハッシュ'],
    lastModified: ['Last modified', '最終更新日時'],
    copySha: ['Copy SHA256 hash', 'SHA256 ハッシュをコピー'],
  },
});
