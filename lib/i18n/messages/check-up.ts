import { defineMessages } from '../define.ts';

/** The check-up of all functions of a Region. */
export const checkUp = defineMessages({
  lambda: ['Lambda', 'Lambda'],
  title: ['Check-up', '点検'],
  intro: [
    'What stands out in the functions of {region}. Nothing here changes anything: each finding leads to the form that does.',
    '{region} の関数で目立つ点です。このページでは何も変更されません。各項目から該当のフォームへ移動できます。',
  ],
  listFailed: ['The functions could not be listed', '関数を一覧表示できませんでした'],
  listing: [
    'Functions are still being listed: {count, number} so far.',
    '関数を取得しています。現在 {count, number} 件です。',
  ],
  noFunctionsTitle: ['No functions in {region}', '{region} に関数はありません'],
  noFunctionsText: [
    'A check-up looks at functions. Create one, or choose another Region.',
    '点検の対象は関数です。関数を作成するか、別のリージョンを選択してください。',
  ],
  create: ['Create function', '関数の作成'],
  checks: {
    title: ['Checks', '点検項目'],
    check: ['Check', '項目'],
    state: ['State', '状態'],
    runtime: ['Runtimes', 'ランタイム'],
    functionState: ['States of functions', '関数の状態'],
    policy: ['Resource-based policies', 'リソースベースのポリシー'],
    url: ['Function URLs', '関数 URL'],
    concurrency: ['Reserved concurrency', '予約された同時実行'],
    async: ['Lost asynchronous events', '失われる非同期イベント'],
    logs: ['Retention of logs', 'ログの保持期間'],
    all: ['All {count, number} functions', '全 {count, number} 関数'],
    statesUnknown: [
      '{count, plural, one {The state of # function is} other {The states of # functions are}} not known yet',
      '{count, number} 件の関数の状態はまだ不明です',
    ],
    notLooked: ['Not looked at', '未点検'],
    looking: ['Looking…', '点検中…'],
    looked: ['{looked, number} of {count, number} functions', '{count, number} 関数中 {looked, number} 件'],
    refused: [
      'Could not look at {refused, plural, one {# function} other {# functions}}',
      '{refused, number} 件の関数を点検できませんでした',
    ],
    cost: [
      'All checks but the first two take up to six calls for each function, so they look at {count, number} functions at a time.',
      '最初の 2 項目以外は関数ごとに最大 6 回の呼び出しが必要なため、一度に {count, number} 関数ずつ点検します。',
    ],
    unqualified: [
      'Policies, concurrency and asynchronous invocation are those of the function itself, not of its versions and aliases.',
      'ポリシー、同時実行、非同期呼び出しは関数自体のものです。バージョンとエイリアスのものは含みません。',
    ],
    first: [
      '{count, plural, one {Look at # function} other {Look at the first # functions}}',
      '最初の {count, number} 関数を点検',
    ],
    next: [
      '{count, plural, one {Look at the last function} other {Look at the next # functions}}',
      '次の {count, number} 関数を点検',
    ],
    again: ['Look again from the start', '最初から点検し直す'],
    allLooked: ['All functions were looked at.', 'すべての関数を点検しました。'],
    failed: ['The functions could not be looked at', '関数を点検できませんでした'],
    done: [
      '{looked, number} of {count, number} functions looked at, {findings, plural, one {# finding} other {# findings}}',
      '{count, number} 関数中 {looked, number} 件を点検し、{findings, number} 件見つかりました',
    ],
  },
  show: ['Show', '表示'],
  everyKind: ['Every kind ({count, number})', 'すべての種類 ({count, number})'],
  kindCount: ['{kind} ({count, number})', '{kind} ({count, number})'],
  copyCsv: ['Copy as CSV', 'CSV としてコピー'],
  nothing: [
    'Nothing found in {count, plural, one {# function} other {# functions}}',
    '{count, number} 関数で何も見つかりませんでした',
  ],
  nothingText: [
    'Every check was made of every function.',
    'すべての関数に対してすべての項目を点検しました。',
  ],
  nothingYet: [
    'Nothing found so far. Not every check has been made of every function.',
    'これまでのところ何も見つかっていません。まだすべての点検は終わっていません。',
  ],
  nothingOfKind: ['Nothing of this kind any more.', 'この種類の項目はもうありません。'],
  severity: {
    high: ['Act now', '至急対応'],
    medium: ['Look into it', '要確認'],
    low: ['Worth knowing', '参考'],
  },
  more: ['{count, plural, one {# more function} other {# more functions}}', 'ほか {count, number} 関数'],
  inList: [
    'The first {shown, number} of {count, number} are shown.',
    '{count, number} 件のうち最初の {shown, number} 件を表示しています。',
  ],
  toList: ['All of them in the functions list', '関数一覧ですべて表示'],
  ofFunction: ['of {name}', '({name})'],
  copyCommand: ['Copy command', 'コマンドをコピー'],
  kinds: {
    publicPolicy: {
      title: ['Policy open to everybody', '誰でも使用できるポリシー'],
      why: [
        'A statement allows the principal * without a condition: every AWS account may do what it names, and you pay for it.',
        '条件なしでプリンシパル * を許可するステートメントがあります。すべての AWS アカウントが操作でき、料金はあなたに発生します。',
      ],
      mend: ['Edit policy', 'ポリシーを編集'],
    },
    runtimeBlocked: {
      title: ['Blocked runtime', 'ブロックされたランタイム'],
      why: [
        'AWS refuses updates of code and settings on this runtime. The function runs on, unpatched, and cannot be mended in place without a newer one.',
        'AWS はこのランタイムのコードと設定の更新を拒否します。関数は動作し続けますが、修正するには新しいランタイムが必要です。',
      ],
      mend: ['Edit runtime settings', 'ランタイム設定を編集'],
    },
    stateFailed: {
      title: ['Failed function', '失敗した関数'],
      why: [
        'The function could not be set up and cannot be invoked. Its page says why.',
        '関数を準備できなかったため、呼び出せません。理由は関数のページに表示されます。',
      ],
      mend: ['See the reason', '理由を確認'],
    },
    publicUrl: {
      title: ['Function URL without sign-in', '認証なしの関数 URL'],
      why: [
        'The auth type is NONE: whoever knows the URL can try to invoke the function. Fine for a public web page; otherwise choose AWS_IAM.',
        '認証タイプが NONE のため、URL を知っている人は誰でも呼び出しを試みることができます。公開用でなければ AWS_IAM を選択してください。',
      ],
      mend: ['Edit function URL', '関数 URL を編集'],
    },
    runtimeDeprecated: {
      title: ['Deprecated runtime', '非推奨のランタイム'],
      why: [
        'AWS no longer patches this runtime, and will refuse updates of the function from a day it has announced.',
        'AWS はこのランタイムにパッチを適用しません。公表された日以降は関数の更新も拒否されます。',
      ],
      mend: ['Edit runtime settings', 'ランタイム設定を編集'],
    },
    stopped: {
      title: ['Stopped function', '停止中の関数'],
      why: [
        'Its reserved concurrency is 0: every invocation is throttled until somebody gives it some again.',
        '予約された同時実行が 0 のため、変更するまですべての呼び出しがスロットリングされます。',
      ],
      mend: ['Edit concurrency', '同時実行を編集'],
    },
    stateInactive: {
      title: ['Inactive function', '非アクティブな関数'],
      why: [
        'It was idle so long that AWS took its resources back. The next invocation fails and wakes it.',
        '長期間使用されなかったため、AWS がリソースを回収しました。次の呼び出しは失敗し、関数が再開されます。',
      ],
      mend: ['Wake it by a test', 'テストで再開'],
    },
    eventsLost: {
      title: ['Failed events are lost', '失敗したイベントが失われる'],
      why: [
        'There is neither an on-failure destination nor a dead-letter queue: an asynchronous event that fails after its retries leaves nothing but log lines.',
        '失敗時の送信先もデッドレターキューもありません。再試行後に失敗した非同期イベントは、ログ以外に何も残りません。',
      ],
      mend: ['Add destination', '送信先を追加'],
    },
    logsKept: {
      title: ['Logs kept for ever', '無期限に保持されるログ'],
      why: [
        'The log group has no retention: its lines stay, and cost, until somebody deletes them. The console has no form for it; the command sets 30 days.',
        'ロググループに保持期間がなく、削除するまで料金が発生します。このコンソールにフォームはありません。コマンドは 30 日に設定します。',
      ],
      mend: ['Copy command', 'コマンドをコピー'],
    },
  },
});
