import { defineMessages } from '../define.ts';

/** Durable execution of a function. */
export const durable = defineMessages({
  edit: ['Edit durable execution', '永続実行を編集'],
  enabled: ['Durable execution', '永続実行'],
  on: ['Enabled', '有効'],
  off: ['Not enabled', '無効'],
  onHint: [
    'Decided when the function was created, and for good.',
    '関数の作成時に設定され、変更できません。',
  ],
  offHint: ['It can be enabled with the creation of a function alone.', '関数の作成時にのみ有効にできます。'],
  timeout: ['Execution timeout', '実行タイムアウト'],
  timeoutHint: [
    'Of a whole execution, waits included: 1 to 31,622,400 seconds (366 days).',
    '待機を含む実行全体の時間: 1～31,622,400 秒 (366 日)。',
  ],
  seconds: ['seconds', '秒'],
  secondsOf: ['{count, number} seconds', '{count, number} 秒'],
  retention: ['Retention period', '保持期間'],
  retentionHint: [
    '1 to 90 days, counted from the end of an execution.',
    '1～90 日。実行の完了から数えます。',
  ],
  days: ['days', '日'],
  daysOf: ['{count, plural, one {# day} other {# days}}', '{count} 日'],
  key: ['KMS key', 'KMS キー'],
  keyHint: [
    'ARN of the key that protects input, output and errors. Empty: a key that AWS owns.',
    '入力、出力、エラーを保護するキーの ARN。空の場合は AWS 所有のキー。',
  ],
  awsKey: ['A key that AWS owns', 'AWS 所有のキー'],
});
