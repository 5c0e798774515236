import { defineMessages } from '../define.ts';

/** The resource-based policy as a document, and what the execution role allows. */
export const policies = defineMessages({
  saved: ['Resource-based policy of {name} updated', '{name} のリソースベースのポリシーを更新しました'],
  editJson: ['Edit as JSON', 'JSON で編集'],
  editTitle: ['Edit resource-based policy', 'リソースベースのポリシーを編集'],
  field: ['Policy', 'ポリシー'],
  fieldHint: [
    'The whole document, up to 20 KB: it replaces all statements. The resource of each is {arn}.',
    'ドキュメント全体 (20 KB まで)。すべてのステートメントが置き換えられます。各ステートメントのリソースは {arn} です。',
  ],
  notJson: ['It is not a JSON document yet.', 'JSON ドキュメントになっていません。'],
  delete: ['Delete policy', 'ポリシーの削除'],
  deleteText: [
    'Of {name}, {region}. This cannot be undone.',
    '{region} の {name}。この操作は元に戻せません。',
  ],
  deleteStops: [
    'Services, accounts and URLs that only this policy lets in can no longer invoke the function.',
    'このポリシーだけで許可されていたサービス、アカウント、URL は関数を呼び出せなくなります。',
  ],
  deleted: ['Resource-based policy deleted', 'リソースベースのポリシーを削除しました'],
  role: {
    title: ['Resource summary', 'リソースの概要'],
    hint: [
      'What the policies of the execution role name. Boundaries and policies of the organization are not looked at.',
      '実行ロールのポリシーに記載された内容です。アクセス許可の境界や組織のポリシーは考慮されません。',
    ],
    policy: ['Policy', 'ポリシー'],
    effect: ['Effect', '効果'],
    actions: ['Actions', 'アクション'],
    resources: ['Resources', 'リソース'],
    none: ['The role has no policies.', 'ロールにポリシーがありません。'],
    trust: ['Trusted by', '信頼されたエンティティ'],
    inline: ['inline', 'インライン'],
    document: ['View role document', 'ロールドキュメントを表示'],
    copy: ['Copy role document', 'ロールドキュメントをコピー'],
  },
});
