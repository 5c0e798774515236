import type { CreateIntegrationRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import type { StoredIntegration } from '../records.ts';

type Input = Pick<Partial<CreateIntegrationRequest>, 'ConnectionType' | 'ConnectionId' | 'TlsConfig'>;
type Connection = Pick<StoredIntegration, 'ConnectionType' | 'ConnectionId' | 'TlsConfig'>;

/** A listener of a load balancer, or a service of Cloud Map with a query that chooses among its instances. */
const targetArn =
  /^arn:[\w-]+:(elasticloadbalancing:[\w-]+:\d{12}:listener\/\S+|servicediscovery:[\w-]+:\d{12}:service\/[\w-]+(\?\S*)?)$/;

/** How an integration reaches its back end: over the internet, or through a VPC link. Texts are unconfirmed. */
export function changedConnection(before: Partial<StoredIntegration>, input: Input): Connection {
  const ConnectionType = input.ConnectionType ?? before.ConnectionType ?? 'INTERNET';
  if (ConnectionType === 'INTERNET') {
    if (input.ConnectionId !== undefined)
      throw badRequest('ConnectionId is for integrations of connection type VPC_LINK');
    if (input.TlsConfig !== undefined)
      throw badRequest('TlsConfig is supported for private integrations (connection type VPC_LINK) only');
    return { ConnectionType, ConnectionId: undefined, TlsConfig: undefined };
  }
  if (ConnectionType !== 'VPC_LINK')
    throw badRequest(`Invalid connection type specified: ${ConnectionType}. Must be INTERNET or VPC_LINK.`);
  const ConnectionId = input.ConnectionId ?? before.ConnectionId;
  if (!ConnectionId) throw badRequest('Connection id must be specified for connection type VPC_LINK');
  return { ConnectionType, ConnectionId, TlsConfig: input.TlsConfig ?? before.TlsConfig };
}

export function assertPrivateTarget(uri: string): void {
  if (!targetArn.test(uri))
    throw badRequest(
      'For VpcLink, integration uri should be a valid ELB listener ARN or a valid Cloud Map service ARN.',
    );
}
