import 'server-only';
import { GetRestApisCommand, type RestApi } from '@aws-sdk/client-api-gateway';
import { GetApisCommand, type Api } from '@aws-sdk/client-apigatewayv2';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ApiFacts, ApiProtocol } from '@/lib/domain/api';
import { apiListShape, apiProperties, type ApiProperty } from '@/lib/domain/api-list';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Page } from '@/lib/domain/function-list';
import { countValues, selectRows, type RowListState } from '@/lib/domain/row-list';
import { httpApiFacts, restApiFacts } from '@/lib/queries/api';
import type { Place } from '@/lib/routes';

/** AWS allows 600 APIs of a kind in a Region unless asked for more. */
const pagesMax = 10;
const restPageSize = 500;

interface Listing {
  readonly apis: readonly ApiFacts[];
  /** Why the REST APIs, or the HTTP and WebSocket APIs, are missing. */
  readonly errors: readonly ConsoleError[];
  /** There were more than the pages that are read. */
  readonly isCut: boolean;
}

interface Part {
  readonly apis: readonly ApiFacts[];
  readonly error?: ConsoleError;
  readonly isCut: boolean;
}

async function listRest(place: Place): Promise<Part> {
  try {
    const aws = await awsFor(place);
    const client = await aws.apiGateway();
    const found: RestApi[] = [];
    let position: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const output = await client.send(new GetRestApisCommand({ position, limit: restPageSize }));
      found.push(...(output.items ?? []));
      position = output.position;
      if (position === undefined) break;
    }
    const apis = await Promise.all(found.map((api) => restApiFacts(aws, api)));
    return { apis, isCut: position !== undefined };
  } catch (error) {
    return { apis: [], isCut: false, error: toConsoleError(error, { operation: 'apigateway:GetRestApis' }) };
  }
}

async function listHttp(place: Place): Promise<Part> {
  try {
    const client = await (await awsFor(place)).apiGatewayV2();
    const found: Api[] = [];
    let token: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const output = await client.send(new GetApisCommand({ NextToken: token, MaxResults: '500' }));
      found.push(...(output.Items ?? []));
      token = output.NextToken;
      if (token === undefined) break;
    }
    return { apis: found.map(httpApiFacts), isCut: token !== undefined };
  } catch (error) {
    return { apis: [], isCut: false, error: toConsoleError(error, { operation: 'apigateway:GetApis' }) };
  }
}

const readAll = cache(async (connectionId: string, region: string): Promise<Listing> => {
  await requireUser('viewer');
  const place = { connectionId, region };
  const parts = await Promise.all([listRest(place), listHttp(place)]);
  return {
    apis: parts.flatMap(({ apis }) => apis),
    errors: parts.flatMap(({ error }) => error ?? []),
    isCut: parts.some(({ isCut }) => isCut),
  };
});

export interface ApiList extends Page<ApiFacts> {
  readonly total: number;
  readonly counts: Readonly<Record<'all' | ApiProtocol, number>>;
  /** Values that the filter can offer. */
  readonly facets: Readonly<
    Record<ApiProperty, readonly { readonly value: string; readonly count: number }[]>
  >;
  readonly errors: readonly ConsoleError[];
  readonly isCut: boolean;
  /** ISO time. */
  readonly fetchedAt: string;
}

/** One page of the APIs of all protocols. Never rejects for AWS's refusals: they are in `errors`. */
export async function listApis(place: Place, state: RowListState): Promise<ApiList> {
  const { apis, errors, isCut } = await readAll(place.connectionId, place.region);
  const counted = ['protocol', 'endpointType', 'tag'];
  const countOf = (protocol: ApiProtocol) => apis.filter((api) => api.protocol === protocol).length;
  return {
    ...selectRows<ApiFacts>(apis, state, apiListShape),
    total: apis.length,
    counts: {
      all: apis.length,
      REST: countOf('REST'),
      HTTP: countOf('HTTP'),
      WEBSOCKET: countOf('WEBSOCKET'),
    },
    facets: Object.fromEntries(
      apiProperties.map((id) => [
        id,
        counted.includes(id) ? countValues(apis, apiListShape.properties[id]) : [],
      ]),
    ) as ApiList['facets'],
    errors,
    isCut,
    fetchedAt: new Date().toISOString(),
  };
}

/** All APIs of a place for a choice in a form, by name; a refusal of one service leaves the other's. */
export async function listApiChoices(place: Place): Promise<readonly ApiFacts[]> {
  const { apis } = await readAll(place.connectionId, place.region);
  return [...apis].sort((a, b) => a.name.localeCompare(b.name));
}
