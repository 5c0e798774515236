import type { CreateFunctionCommandInput } from '@aws-sdk/client-lambda';
import { invalidParameterValue } from '../errors.ts';
import type { FunctionSettings } from '../records.ts';

type Isolated = Pick<FunctionSettings, 'tenantIsolation' | 'snapStartApplyOn'>;

/**
 * A call names a tenant where tenants are kept apart, and nowhere else. The first text is AWS's own
 * (https://aws.amazon.com/blogs/compute/building-multi-tenant-saas-applications-with-aws-lambdas-new-tenant-isolation-mode/);
 * the second is unconfirmed, its error is not.
 */
export function assertTenant({ tenantIsolation }: Isolated, tenantId: string | undefined): void {
  if (tenantIsolation && tenantId === undefined) {
    throw invalidParameterValue(
      'The invoked function is enabled with tenancy configuration. Add a valid tenant ID in your request and try again.',
    );
  }
  if (!tenantIsolation && tenantId !== undefined) {
    throw invalidParameterValue(
      'The invoked function is not enabled with tenancy configuration. Remove the tenant ID from your request and try again.',
    );
  }
}

/** What AWS does not have for such functions. Its words are unconfirmed. */
export function assertNotIsolated({ tenantIsolation }: Isolated, what: string): void {
  if (tenantIsolation)
    throw invalidParameterValue(`${what} is not supported for functions with tenant isolation enabled.`);
}

export function assertTenancy(input: CreateFunctionCommandInput): void {
  if (!input.TenancyConfig) return;
  const snapStartApplyOn = input.SnapStart?.ApplyOn ?? 'None';
  if (snapStartApplyOn !== 'None')
    assertNotIsolated({ tenantIsolation: 'PER_TENANT', snapStartApplyOn }, 'SnapStart');
}
