import { defineMessages } from '../define.ts';

/** Names of the sections of Configuration that have a namespace of their own. */
export const sections = defineMessages({
  triggers: ['Triggers', 'トリガー'],
  destinations: ['Destinations', '送信先'],
  vpc: ['VPC', 'VPC'],
  rds: ['RDS databases', 'RDS データベース'],
  monitoring: ['Monitoring and operations tools', 'モニタリングおよび運用ツール'],
  'code-signing': ['Code signing', 'コード署名'],
  'file-systems': ['File systems', 'ファイルシステム'],
  'durable-execution': ['Durable execution', '永続実行'],
  'capacity-provider': ['Capacity provider', 'キャパシティプロバイダー'],
  'tenant-isolation': ['Tenant isolation', 'テナント分離'],
  history: ['Change history', '変更履歴'],
});
