import { defineMessages } from '../define.ts';

/** Settings of a function that are one ARN. */
export const arnSettings = defineMessages({
  saved: ['{name} updated', '{name} を更新しました'],
  'dead-letter': {
    title: ['Dead-letter queue', 'デッドレターキュー'],
    edit: ['Edit dead-letter queue', 'デッドレターキューを編集'],
    label: ['Dead-letter queue', 'デッドレターキュー'],
    hint: [
      'A standard SQS queue or SNS topic of this Region for events that failed. The execution role must be allowed to send to it. Empty: none.',
      '失敗したイベントの送信先となる、このリージョンの標準 SQS キューまたは SNS トピック。実行ロールに送信権限が必要です。空の場合はなし。',
    ],
    none: ['None', 'なし'],
  },
  encryption: {
    title: ['Encryption configuration', '暗号化の設定'],
    edit: ['Edit encryption configuration', '暗号化の設定を編集'],
    label: ['Customer managed key', 'カスタマーマネージドキー'],
    hint: [
      'ARN of a key of AWS KMS that encrypts the environment variables at rest. Empty: the key that AWS manages, aws/lambda.',
      '環境変数を保存時に暗号化する AWS KMS キーの ARN。空の場合は AWS マネージドキー (aws/lambda)。',
    ],
    none: ['aws/lambda', 'aws/lambda'],
  },
});
