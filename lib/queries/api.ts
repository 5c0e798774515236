import 'server-only';
import type { GetRestApiCommandOutput, RestApi } from '@aws-sdk/client-api-gateway';
import type { Api, GetApiCommandOutput } from '@aws-sdk/client-apigatewayv2';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/guard';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { restApiAddress } from '@/lib/aws/rest-api-address';
import type { ApiFacts, ApiProtocol } from '@/lib/domain/api';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

type Answered<T> = Result<T, ConsoleError>;

/** A REST API as the list and the header show it. */
export async function restApiFacts(aws: Aws, api: RestApi): Promise<ApiFacts> {
  const id = api.id ?? '';
  const endpointType = api.endpointConfiguration?.types?.[0] ?? 'EDGE';
  return {
    id,
    protocol: 'REST',
    name: api.name ?? id,
    description: api.description ?? '',
    endpointType,
    ipAddressType: api.endpointConfiguration?.ipAddressType,
    version: api.version,
    createdAt: api.createdDate?.toISOString(),
    tags: api.tags ?? {},
    address: endpointType === 'PRIVATE' ? undefined : await restApiAddress(aws, id),
    isAddressOff: api.disableExecuteApiEndpoint ?? false,
    warnings: api.warnings ?? [],
  };
}

/** An HTTP or WebSocket API as the list and the header show it. */
export function httpApiFacts(api: Partial<Api>): ApiFacts {
  return {
    id: api.ApiId ?? '',
    protocol: api.ProtocolType === 'WEBSOCKET' ? 'WEBSOCKET' : 'HTTP',
    name: api.Name ?? '',
    description: api.Description ?? '',
    endpointType: 'REGIONAL',
    ipAddressType: api.IpAddressType,
    version: api.Version,
    createdAt: api.CreatedDate?.toISOString(),
    tags: api.Tags ?? {},
    address: api.ApiEndpoint,
    isAddressOff: api.DisableExecuteApiEndpoint ?? false,
    warnings: [...(api.Warnings ?? []), ...(api.ImportInfo ?? [])],
  };
}

// Keyed by plain strings: a layout and its page ask once between them.
const readRest = cache(
  async (connectionId: string, region: string, id: string): Promise<Answered<GetRestApiCommandOutput>> => {
    await requireUser('viewer');
    try {
      const client = await (await awsFor({ connectionId, region })).apiGateway();
      const { GetRestApiCommand } = await import('@aws-sdk/client-api-gateway');
      return succeed(await client.send(new GetRestApiCommand({ restApiId: id })));
    } catch (error) {
      return refuse(toConsoleError(error, { operation: 'apigateway:GetRestApi' }));
    }
  },
);

const readHttp = cache(
  async (connectionId: string, region: string, id: string): Promise<Answered<GetApiCommandOutput>> => {
    await requireUser('viewer');
    try {
      const client = await (await awsFor({ connectionId, region })).apiGatewayV2();
      const { GetApiCommand } = await import('@aws-sdk/client-apigatewayv2');
      return succeed(await client.send(new GetApiCommand({ ApiId: id })));
    } catch (error) {
      return refuse(toConsoleError(error, { operation: 'apigateway:GetApi' }));
    }
  },
);

/** `GetRestApi`, once a request however many ask. Server side only: pages get view models made of it. */
export function readRestApi(place: Place, id: string): Promise<Answered<GetRestApiCommandOutput>> {
  return readRest(place.connectionId, place.region, id);
}

/** `GetApi` for HTTP and WebSocket APIs, once a request however many ask. */
export function readHttpApi(place: Place, id: string): Promise<Answered<GetApiCommandOutput>> {
  return readHttp(place.connectionId, place.region, id);
}

/** What the header of an API shows. An id of another protocol is `not-found`, as an unknown one is. */
export async function getApi(place: Place, id: string, protocol: ApiProtocol): Promise<Answered<ApiFacts>> {
  await requireUser('viewer');
  if (protocol === 'REST') {
    const found = await readRestApi(place, id);
    if (!found.ok) return found;
    return succeed(await restApiFacts(await awsFor(place), found.data));
  }
  const found = await readHttpApi(place, id);
  if (!found.ok) return found;
  const facts = httpApiFacts(found.data);
  if (facts.protocol === protocol) return succeed(facts);
  return refuse({
    kind: 'not-found',
    message: `${id} is no ${protocol} API but a ${facts.protocol} API.`,
    operation: 'apigateway:GetApi',
    at: new Date().toISOString(),
  });
}

/** The protocol behind an id; refused as the last service asked refuses when none knows it. */
export async function findApiProtocol(place: Place, id: string): Promise<Answered<ApiProtocol>> {
  const found = await readHttpApi(place, id);
  if (found.ok) return succeed(httpApiFacts(found.data).protocol);
  const rest = await readRestApi(place, id);
  if (rest.ok) return succeed('REST');
  return found.error.kind === 'not-found' ? rest : found;
}
