import { defineMessages } from '../define.ts';

/** Tenant isolation of a function. */
export const tenancy = defineMessages({
  mode: ['Tenant isolation mode', 'テナント分離モード'],
  perTenant: ['Per tenant', 'テナントごと'],
  perTenantHint: [
    'Execution environments are never shared between tenants. Every call names its tenant.',
    '実行環境はテナント間で共有されません。呼び出しごとにテナントを指定します。',
  ],
  off: ['Not enabled', '無効'],
  offHint: ['It can be enabled with the creation of a function alone.', '関数の作成時にのみ有効にできます。'],
  notWith: [
    'Set when the function was created, and for good. Function URLs, provisioned concurrency, SnapStart and event source mappings are not to be had with it.',
    '関数の作成時に設定され、変更できません。関数 URL、プロビジョニングされた同時実行、SnapStart、イベントソースマッピングとは併用できません。',
  ],
  goTest: ['Test it for a tenant', 'テナントを指定してテスト'],
});
