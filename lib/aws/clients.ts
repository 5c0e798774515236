import 'server-only';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { STSClient } from '@aws-sdk/client-sts';
import { findUser } from '@/lib/auth/guard';
import { sendChangesOnce } from '@/lib/aws/changes-once';
import { clientConfig } from '@/lib/aws/client-config';
import { credentialsOf } from '@/lib/aws/credentials';
import { lazyClients, type LazyClients } from '@/lib/aws/lazy-clients';
import type { Connection, ConnectionSecrets } from '@/lib/connections/connection';
import { getConnectionOrThrow } from '@/lib/connections/store';
import type { Place } from '@/lib/routes';

/** Clients for one place. They are shared between requests: nobody destroys them. */
export interface Aws extends LazyClients {
  readonly connection: Connection;
  readonly region: string;
  readonly lambda: LambdaClient;
  /** For `Invoke` alone: waits 15 minutes and never repeats. */
  readonly lambdaInvoke: LambdaClient;
  readonly logs: CloudWatchLogsClient;
  readonly iam: IAMClient;
  readonly sts: STSClient;
}

const cachedMax = 32;
const cache = new Map<string, Promise<Aws>>();

async function make(
  connection: Connection,
  region: string,
  userName: string,
  typed?: ConnectionSecrets,
): Promise<Aws> {
  // Loaded with the first call and not with the server, which stays small while nobody uses it.
  const [{ LambdaClient }, { CloudWatchLogsClient }, { IAMClient }, { STSClient }] = await Promise.all([
    import('@aws-sdk/client-lambda'),
    import('@aws-sdk/client-cloudwatch-logs'),
    import('@aws-sdk/client-iam'),
    import('@aws-sdk/client-sts'),
  ]);
  const credentials = await credentialsOf(connection, userName, typed);
  const withKeys = credentials === undefined ? {} : { credentials };
  const calls = { ...(await clientConfig(connection, region)), ...withKeys };
  const invoke = { ...(await clientConfig(connection, region, 'invoke')), ...withKeys };
  return {
    connection,
    region,
    lambda: sendChangesOnce(new LambdaClient(calls)),
    lambdaInvoke: new LambdaClient(invoke),
    // Live Tail puts `stream-` before the host, a name that only AWS serves.
    logs: sendChangesOnce(
      new CloudWatchLogsClient({ ...calls, disableHostPrefix: calls.endpoint !== undefined }),
    ),
    iam: sendChangesOnce(new IAMClient(calls)),
    sts: sendChangesOnce(new STSClient(calls)),
    ...lazyClients(calls),
  };
}

/** Clients of a connection that need not be stored yet, for trying it out with the keys just typed. Not cached. */
export function awsForConnection(
  connection: Connection,
  userName: string,
  typed?: ConnectionSecrets,
): Promise<Aws> {
  return make(connection, connection.region, userName, typed);
}

/**
 * The AWS clients for a place. The caller has passed the guard. Throws a ConnectionError when the connection
 * is unknown or its address refused; `toConsoleError` reads it.
 */
export async function awsFor(place: Place): Promise<Aws> {
  const connection = getConnectionOrThrow(place.connectionId);
  const user = await findUser();
  const userName = user?.name ?? 'nobody';
  // Assumed roles carry the user's name, so AWS's own record says who acted.
  const perUser = connection.settings.kind === 'assumed-role' ? `|${userName}` : '';
  const key = `${connection.id}|${connection.version}|${place.region}${perUser}`;
  const cached = cache.get(key);
  if (cached) {
    cache.delete(key);
    cache.set(key, cached); // Youngest last: the oldest is the first to go.
    return cached;
  }
  const made = make(connection, place.region, userName);
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  for (const oldest of cache.keys()) {
    if (cache.size <= cachedMax) break;
    cache.delete(oldest); // Not destroyed: a call may be under way; idle sockets close by themselves.
  }
  return made;
}
