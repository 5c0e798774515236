import { invalidParameterValue } from '../errors.ts';
import type { Roles } from '../parts.ts';

/** Asks IAM, where there is one. */
export async function assertRole(
  roles: Roles | undefined,
  accountId: string,
  role: string | undefined,
): Promise<void> {
  if (!roles || role === undefined || (await roles.exists(accountId, role))) return;
  throw invalidParameterValue('The role defined for the function cannot be assumed by Lambda.');
}
