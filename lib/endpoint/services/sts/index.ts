/**
 * STS: who the caller is, and temporary keys.
 *
 * Gaps: AssumeRoleWithSAML and AssumeRoleWithWebIdentity (unsigned), GetFederationToken and the rest; session policies,
 * multi-factor authentication and trusted contexts are refused with NotImplemented. Roles are not looked up and their
 * trust is not asked, as for functions; tags, external ids and source identities of a session have no effect. The session
 * token is not compared.
 *
 * By design: any access key is a user of its account; see the README on credentials of the endpoint. Keys of a session
 * belong to the role's account, are verified like configured ones where those are, and end with their time. Every
 * environment of a function has a session of its function's role, which ends with the endpoint. Ten thousand sessions of
 * either kind are remembered.
 *
 * Client quirks: none known.
 */
import type { Database } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { Service } from '../service.ts';
import { EnvironmentSessions, type SessionKeys } from './environment-sessions.ts';
import { operations } from './generated/operations.ts';
import { createStsRepository } from './repository.ts';

export { callerIdentity } from './caller.ts';

export interface StsOptions {
  readonly database: Database;
  readonly clock: Clock;
}

export interface StsService extends Service {
  /** Keys for an environment of a function. */
  openEnvironment(of: { accountId: string; roleArn: string; functionName: string }): SessionKeys;
  /** Account and secret of a key that a session has; undefined for other keys and after its end. */
  session(accessKeyId: string): { readonly accountId: string; readonly secret: string } | undefined;
}

export function createStsService({ database, clock }: StsOptions): StsService {
  const repository = createStsRepository(database);
  const environments = new EnvironmentSessions();
  return {
    name: 'sts',
    operations: bindOperations(operations, { repository, environments, clock }),
    openEnvironment: (of) => environments.open(of),
    // Only keys of the form that sessions have are looked for.
    session: (accessKeyId) =>
      accessKeyId.startsWith('ASIA')
        ? (environments.find(accessKeyId) ?? repository.find(accessKeyId, clock.now()))
        : undefined,
  };
}
