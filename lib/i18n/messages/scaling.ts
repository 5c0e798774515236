import { defineMessages } from '../define.ts';

/** Provisioned concurrency and recursive loop detection. */
export const scaling = defineMessages({
  saved: ['{name} updated', '{name} を更新しました'],
  recursion: {
    title: ['Recursive loop detection', '再帰ループ検出'],
    edit: ['Edit recursive loop detection', '再帰ループ検出を編集'],
    Terminate: ['Terminate recursive loops', '再帰ループを終了'],
    terminateText: [
      'Lambda stops an event that has passed through the function about 16 times by way of SQS, SNS, S3 or Lambda.',
      'SQS、SNS、S3、Lambda を経由して約 16 回関数を通過したイベントを停止します。',
    ],
    Allow: ['Allow recursive loops', '再帰ループを許可'],
    allowText: [
      'For functions that are meant to call themselves. A loop that does not end costs money until it is noticed.',
      '意図的に再帰する関数の場合に使用します。終わらないループは、気付かれるまで料金が発生します。',
    ],
    allowed: ['Loops that do not end are not stopped.', '終わらないループは停止されません。'],
  },
  provisioned: {
    title: ['Provisioned concurrency', 'プロビジョニングされた同時実行'],
    none: [
      'No version or alias has environments that are kept ready.',
      '環境が事前に初期化されているバージョンやエイリアスはありません。',
    ],
    add: ['Add', '追加'],
    addTitle: ['Add provisioned concurrency', 'プロビジョニングされた同時実行を追加'],
    editTitle: ['Edit provisioned concurrency', 'プロビジョニングされた同時実行を編集'],
    edit: ['Edit', '編集'],
    editOf: ['Edit {qualifier}', '{qualifier} を編集'],
    qualifier: ['Qualifier', '修飾子'],
    qualifierHint: [
      'A published version or an alias. An alias takes its environments along when it moves.',
      '発行済みのバージョンまたはエイリアス。エイリアスの場合、参照先が変わると環境も引き継がれます。',
    ],
    noQualifiers: [
      'There is no published version and no alias yet: publish a version first.',
      '発行済みのバージョンもエイリアスもありません。先にバージョンを発行してください。',
    ],
    type: ['Type', 'タイプ'],
    alias: ['Alias', 'エイリアス'],
    version: ['Version', 'バージョン'],
    count: ['Provisioned concurrency', 'プロビジョニングされた同時実行数'],
    countHint: [
      'Environments that are initialized before they are needed. They cost money whether they are used or not.',
      '必要になる前に初期化される環境の数。使用の有無にかかわらず料金が発生します。',
    ],
    upTo: [
      'Up to {max, number}: 100 always stay unreserved.',
      '{max, number} まで。100 は常に未予約のまま残ります。',
    ],
    requested: ['Requested', 'リクエスト済み'],
    available: ['Available', '使用可能'],
    availableOf: ['{available, number} of {allocated, number}', '{allocated, number} 中 {available, number}'],
    status: ['Status', 'ステータス'],
    IN_PROGRESS: ['In progress', '進行中'],
    READY: ['Ready', '準備完了'],
    FAILED: ['Failed', '失敗'],
    acts: ['Actions', 'アクション'],
    remove: ['Remove', '削除'],
    removeTitle: [
      'Remove provisioned concurrency of {qualifier}',
      '{qualifier} のプロビジョニングされた同時実行の削除',
    ],
    removeText: ['Of the function {name}.', '関数 {name}。'],
    removeStops: [
      'Invocations of {qualifier} start cold again when no environment is free.',
      '空き環境がない場合、{qualifier} の呼び出しはコールドスタートになります。',
    ],
    removed: [
      'Provisioned concurrency of {qualifier} removed',
      '{qualifier} のプロビジョニングされた同時実行を削除しました',
    ],
    cost: [
      'About ${dollars, number} a month in US East (N. Virginia), before invocations.',
      '米国東部 (バージニア北部) で月額約 ${dollars, number} (呼び出し料金を除く)。',
    ],
    nothing: ['0', '0'],
  },
});
