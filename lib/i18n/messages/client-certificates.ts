import { defineMessages } from '../define.ts';

/** Client certificates: how a back end tells that a call comes from API Gateway. */
export const clientCertificates = defineMessages({
  title: ['Client certificates', 'クライアント証明書'],
  certificate: ['Client certificate', 'クライアント証明書'],
  generate: ['Generate certificate', '証明書の生成'],
  edit: ['Edit client certificate', 'クライアント証明書の編集'],
  emptyTitle: ['There are no client certificates in {region}', '{region} にクライアント証明書はありません'],
  emptyText: [
    'A stage of a REST API presents its certificate to HTTP back ends, so that they can tell that a call comes from API Gateway.',
    'REST API のステージは HTTP バックエンドに証明書を提示し、バックエンドは API Gateway からの呼び出しであることを確認できます。',
  ],
  details: ['Client certificate details', 'クライアント証明書の詳細'],
  expires: ['Expires', '有効期限'],
  expired: ['Expired', '期限切れ'],
  valid: ['Valid', '有効'],
  pem: ['Certificate (PEM)', '証明書 (PEM)'],
  pemHint: [
    'Give it to the back end as a certificate to trust. Its private key stays with API Gateway.',
    '信頼する証明書としてバックエンドに登録してください。秘密鍵は API Gateway の外に出ません。',
  ],
  copyPem: ['Copy certificate', '証明書をコピー'],
  rotate: [
    'A certificate is good for a year and is not renewed. Generate another, let the back end trust both, then choose the new one in the stage.',
    '証明書の有効期間は 1 年で、更新はできません。新しい証明書を生成し、バックエンドで両方を信頼してからステージで新しい証明書を選択してください。',
  ],
  tagsHint: ['One a line: key=value.', '1 行に 1 つ: キー=値。'],
  generated: ['Client certificate generated', 'クライアント証明書を生成しました'],
  saved: ['Client certificate {id} saved', 'クライアント証明書 {id} を保存しました'],
  delete: ['Delete client certificate', 'クライアント証明書の削除'],
  deleteText: [
    'In {connection}, {region}. AWS refuses while stages present the certificate.',
    '{connection}、{region}。ステージで使用中の証明書の削除は AWS に拒否されます。',
  ],
  deleted: ['Client certificate {id} deleted', 'クライアント証明書 {id} を削除しました'],
});
