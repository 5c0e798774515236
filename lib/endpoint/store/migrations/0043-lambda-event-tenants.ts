import type { Migration } from './migration.ts';

/** An asynchronous call runs for the tenant it was accepted for. */
export const lambdaEventTenants: Migration = {
  number: 43,
  name: 'lambda-event-tenants',
  sql: 'ALTER TABLE lambda_event ADD COLUMN tenant_id TEXT;',
};
