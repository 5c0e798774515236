/**
 * IAM, as far as creating and looking at a function's role needs it. Global within an account: no region.
 *
 * Gaps: users, groups, instance profiles, OIDC providers; permissions boundaries; versions of a policy besides `v1`
 * (CreatePolicyVersion); service-linked roles; simulation. AWS managed policies: only those Lambda's console attaches.
 *
 * By design: policies are checked for shape and kept, never enforced. Whoever reaches the endpoint may do what it
 * offers, and a function runs with its own process's rights. Lambda does not look up the role it is given, since
 * scripts written for local endpoints name any. Ids of AWS managed policies are made up.
 *
 * Client quirks: documents come back URL-encoded; `aws iam` and boto3 decode them, the SDK for JavaScript does not.
 */
import type { Database } from '../../store/database.ts';
import type { Operation, Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import { createIamRepository } from './repository.ts';

export interface IamOptions {
  readonly database: Database;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
}

export function createIamService({ database, now = Date.now }: IamOptions): Service {
  const parts = { repository: createIamRepository(database), now };
  const bound: Record<string, Operation> = {};
  for (const [name, create] of Object.entries(operations)) bound[name] = create(parts);
  return { name: 'iam', operations: bound };
}
