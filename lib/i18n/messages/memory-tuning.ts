import { defineMessages } from '../define.ts';

/** Memory tuning: one event at several memory sizes. */
export const memoryTuning = defineMessages({
  title: ['Memory tuning', 'メモリチューニング'],
  open: ['Tune memory', 'メモリをチューニング'],
  intro: [
    'More memory brings more CPU, and is billed by time: a size that is twice as fast costs no more. This page runs one event at several sizes and shows time against price.',
    'メモリを増やすと CPU も増え、料金は時間に比例します。つまり 2 倍速くなるサイズなら料金は変わりません。このページでは 1 つのイベントを複数のサイズで実行し、時間と料金を比較します。',
  ],
  warning: ['What a tuning does to the function', 'チューニングが関数に与える影響'],
  warningLatest: [
    '$LATEST gets each size for a moment, while a temporary version is published of it, and has its {memory, number} MB again before the first run. Calls of $LATEST in those seconds run at another size.',
    '$LATEST は一時バージョンを発行する間だけ各サイズになり、最初の実行の前に {memory, number} MB に戻ります。その数秒間の $LATEST の呼び出しは別のサイズで実行されます。',
  ],
  warningVersions: [
    'Aliases and your own versions are not touched. The temporary versions are deleted at the end, also after a failure; their numbers are used up.',
    'エイリアスと既存のバージョンには影響しません。一時バージョンは失敗時も含めて最後に削除されますが、その番号は再利用されません。',
  ],
  warningRuns: [
    'The runs are real: they are billed, and whatever the function writes or sends, it writes or sends each time.',
    '実行は本物です。料金が発生し、関数による書き込みや送信は毎回行われます。',
  ],
  event: ['Event JSON', 'イベント JSON'],
  savedEvent: ['Saved event', '保存済みのイベント'],
  chooseEvent: ['Choose an event', 'イベントを選択'],
  sizes: ['Memory sizes (MB)', 'メモリサイズ (MB)'],
  sizesHint: ['Up to {max}, with commas between them.', '最大 {max} 個。カンマで区切ります。'],
  sizesWrong: [
    'Use 1 to {max} whole numbers, with commas between them.',
    '1～{max} 個の整数をカンマ区切りで入力してください。',
  ],
  runs: ['Runs of each size', 'サイズごとの実行回数'],
  runsHint: [
    '1 to {max}. The first one is a cold start and counts apart.',
    '1～{max} 回。最初の実行はコールドスタートなので別に集計します。',
  ],
  runsWrong: ['Use a whole number from 1 to {max}.', '1～{max} の整数を入力してください。'],
  eventWrong: ['The event is not valid JSON.', 'イベントが有効な JSON ではありません。'],
  start: ['Run {count, plural, one {# time} other {# times}}', '{count} 回実行'],
  startNone: ['Run', '実行'],
  stop: ['Stop and put back', '停止して元に戻す'],
  preparing: ['Publishing temporary versions: {done} of {all}', '一時バージョンを発行中: {done} / {all}'],
  running: ['Run {done} of {all}', '{all} 回中 {done} 回を実行'],
  done: [
    'Done. The function is as it was: {memory, number} MB.',
    '完了しました。関数は元の {memory, number} MB に戻っています。',
  ],
  cutTime: [
    'Stopped after {minutes} minutes, with what there was. The function is as it was.',
    '{minutes} 分経過したため停止しました。関数は元に戻っています。',
  ],
  cutCancelled: [
    'Stopped. The console puts the function back as it was; that may take some seconds more.',
    '停止しました。関数は元に戻されます (数秒かかることがあります)。',
  ],
  failed: ['The tuning did not end', 'チューニングを完了できませんでした'],
  results: ['Results', '結果'],
  chart: ['Time and price by memory', 'メモリごとの時間と料金'],
  time: ['Average time', '平均時間'],
  price: ['Price of a million runs', '100 万回の料金'],
  memory: ['Memory', 'メモリ'],
  range: ['Lowest – highest', '最小～最大'],
  cold: ['Cold start', 'コールドスタート'],
  used: ['Memory used', '使用メモリ'],
  errors: ['Errors', 'エラー'],
  cheapest: ['Cheapest', '最安'],
  fastest: ['Fastest', '最速'],
  balanced: ['Balanced', 'バランス'],
  current: ['Now', '現在'],
  use: ['Use {memory, number} MB', '{memory, number} MB を使用'],
  useHint: [
    'Opens the edit page with this size; nothing is saved before you have reviewed it.',
    'このサイズを入力した編集ページを開きます。確認するまで保存されません。',
  ],
  noSound: [
    'No size ran without errors: none is recommended.',
    'エラーなく実行できたサイズがないため、推奨できません。',
  ],
  localNote: [
    'An endpoint that is not AWS may give every size the same CPU: compare times there with care.',
    'AWS 以外のエンドポイントではサイズによって CPU が変わらないことがあります。時間の比較には注意してください。',
  ],
  prices: [
    'List prices of {region} in force since {date}, in US dollars, without free tier and savings plans.',
    '{region} の {date} 以降の定価 (米ドル)。無料利用枠と Savings Plans は含みません。',
  ],
  priceSource: ['AWS Lambda pricing', 'AWS Lambda の料金'],
  interrupted: ['A tuning was not ended', '終了していないチューニングがあります'],
  interruptedText: [
    'It began {at}, when the function had {memory, number} MB. If no browser runs it any more, put the function back.',
    '{at} に開始され、そのときのメモリは {memory, number} MB でした。実行中のブラウザがなければ、関数を元に戻してください。',
  ],
  putBack: ['Put back {memory, number} MB', '{memory, number} MB に戻す'],
  putBackFailed: ['Not put back', '元に戻せませんでした'],
  putBackDone: ['{name} is as it was before the tuning', '{name} はチューニング前の状態に戻りました'],
});
