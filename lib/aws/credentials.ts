import 'server-only';
import { ConnectionError, type Connection, type ConnectionSecrets } from '@/lib/connections/connection';
import { embeddedSecrets } from '@/lib/connections/predefined';
import { getConnectionOrThrow, readConnectionSecrets } from '@/lib/connections/store';

/** Shape that every SDK client takes as `credentials`; undefined leaves the SDK's own search. */
export type Credentials = () => Promise<{
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  expiration?: Date;
}>;

const roleChainMax = 3;
const sessionSeconds = 3600;

/** Letters AWS allows in a session name, so that CloudTrail says who acted. */
function sessionName(userName: string): string {
  return `lambdeck-${userName.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, 64);
}

function storedKeys(connection: Connection, accessKeyId: string, typed?: ConnectionSecrets): Credentials {
  return () => {
    const secrets = typed ?? readConnectionSecrets(connection.id);
    if (!secrets) {
      const message = `Connection ${connection.name} has no secret access key. Edit the connection and enter it.`;
      return Promise.reject(new ConnectionError('secret-missing', message));
    }
    return Promise.resolve({ accessKeyId, ...secrets });
  };
}

/**
 * Credentials of a connection, fetched when the first call needs them and renewed by the SDK.
 * `typed` keys are used instead of the stored ones, to try a connection before it is saved.
 * `depth` counts roles assumed through roles; a circle ends as a ConnectionError `source-loop`.
 */
export async function credentialsOf(
  connection: Connection,
  userName: string,
  typed?: ConnectionSecrets,
  depth = 0,
): Promise<Credentials | undefined> {
  const { settings } = connection;
  switch (settings.kind) {
    case 'embedded':
      return () => Promise.resolve(embeddedSecrets);
    case 'default-chain': {
      const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
      return fromNodeProviderChain();
    }
    case 'profile': {
      const { fromIni } = await import('@aws-sdk/credential-providers');
      return fromIni({ profile: settings.profile });
    }
    case 'static-keys':
    case 'custom-endpoint':
      return storedKeys(connection, settings.accessKeyId, typed);
    case 'assumed-role': {
      if (depth >= roleChainMax) {
        const message = `Connection ${connection.name} gets its role through itself or through more than ${roleChainMax} others.`;
        throw new ConnectionError('source-loop', message);
      }
      const source = getConnectionOrThrow(settings.sourceConnectionId);
      const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
      const { clientConfig } = await import('@/lib/aws/client-config');
      return fromTemporaryCredentials({
        masterCredentials: await credentialsOf(source, userName, undefined, depth + 1),
        clientConfig: await clientConfig(source, source.region),
        params: {
          RoleArn: settings.roleArn,
          RoleSessionName: sessionName(userName),
          DurationSeconds: sessionSeconds,
          ...(settings.externalId === undefined ? {} : { ExternalId: settings.externalId }),
        },
      });
    }
  }
}
