import 'server-only';
import type { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { apiAddress, hostOf } from '@/lib/aws/api-address';
import type { Aws } from '@/lib/aws/clients';

/**
 * The client for the connections of one stage of a WebSocket API, which answers at the address of the stage. Undefined
 * when API and stage make no address. Throws a ConnectionError when the connection's address is refused.
 */
export async function connectionsClient(
  aws: Aws,
  apiId: string,
  stage: string,
): Promise<ApiGatewayManagementApiClient | undefined> {
  const address = await apiAddress(aws, apiId, stage);
  if (address === undefined) return undefined;
  return aws.apiConnections(`${address.protocol}//${hostOf(address)}${address.basePath}`);
}
