import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { identityOf, type Identity } from '@/lib/aws/identity';
import { ConnectionError, type Connection } from '@/lib/connections/connection';
import { getConnectionOrThrow, listConnections, readConnectionSecrets } from '@/lib/connections/store';
import { getConfig } from '@/lib/config';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import type { ConnectionKind, ConnectionTone } from '@/lib/domain/connection';
import type { ConnectionFormValues } from '@/lib/forms/connection';
import { refuse, succeed, type Result } from '@/lib/shared/result';

export interface ConnectionSummary {
  readonly id: string;
  readonly name: string;
  readonly tone: ConnectionTone;
  readonly region: string;
  readonly kind: ConnectionKind;
  readonly origin: 'built-in' | 'file' | 'console';
  /** The address, profile, key id or role that tells it from others of its kind. */
  readonly detail?: string;
}

function detailOf({ settings }: Connection): string | undefined {
  switch (settings.kind) {
    case 'embedded':
      return getConfig().endpointUrl;
    case 'default-chain':
      return undefined;
    case 'profile':
      return settings.profile;
    case 'static-keys':
      return settings.accessKeyId;
    case 'assumed-role':
      return settings.roleArn;
    case 'custom-endpoint':
      return settings.endpointUrl;
  }
}

const toSummary = (connection: Connection): ConnectionSummary => ({
  id: connection.id,
  name: connection.name,
  tone: connection.tone,
  region: connection.region,
  kind: connection.settings.kind,
  origin: connection.origin,
  detail: detailOf(connection),
});

/** All connections, the local engine first. Which ones answer is asked one by one with `getConnectionState`. */
export async function getConnections(): Promise<{
  connections: readonly ConnectionSummary[];
  canChange: boolean;
}> {
  const user = await requireUser('viewer');
  return { connections: listConnections().map(toSummary), canChange: roleIncludes(user.role, 'admin') };
}

/** Whom a connection is for AWS, or why it does not answer. At most some minutes old. */
export async function getConnectionState(id: string): Promise<Result<Identity, ConsoleError>> {
  await requireUser('viewer');
  try {
    return await identityOf(id);
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    return refuse(consoleError('not-found', error.message, { operation: 'sts:GetCallerIdentity' }));
  }
}

export interface ConnectionView {
  readonly summary: ConnectionSummary;
  /** What the form starts with; absent for those that cannot be changed here. Never holds a secret. */
  readonly values?: ConnectionFormValues;
  readonly hasSecret: boolean;
  readonly canChange: boolean;
  readonly canTest: boolean;
}

/** One connection for its page. */
export async function getConnection(id: string): Promise<Result<ConnectionView, ConsoleError>> {
  const user = await requireUser('viewer');
  const connection = listConnections().find((other) => other.id === id);
  if (!connection) {
    return refuse(
      consoleError('not-found', `There is no connection ${id}.`, { operation: 'console:GetConnection' }),
    );
  }
  const canChange = connection.origin === 'console' && roleIncludes(user.role, 'admin');
  const { settings } = connection;
  return succeed({
    summary: toSummary(connection),
    canChange,
    canTest: roleIncludes(user.role, 'admin'),
    hasSecret: canChange && hasSecret(id),
    ...(canChange && settings.kind !== 'embedded'
      ? {
          values: {
            ...settings,
            id: connection.id,
            name: connection.name,
            tone: connection.tone,
            region: connection.region,
          },
        }
      : {}),
  });
}

function hasSecret(id: string): boolean {
  try {
    return readConnectionSecrets(getConnectionOrThrow(id).id) !== undefined;
  } catch (error) {
    if (error instanceof ConnectionError) return false; // Unreadable keys have to be entered again.
    throw error;
  }
}

/** What a new connection's form offers besides text fields. Administrators only. */
export async function getConnectionChoices(): Promise<{ readonly sources: readonly ConnectionSummary[] }> {
  await requireUser('admin');
  return { sources: listConnections().map(toSummary) };
}
