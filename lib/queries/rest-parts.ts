import 'server-only';
import {
  GetAuthorizersCommand,
  GetModelsCommand,
  GetRequestValidatorsCommand,
  type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { RestAuthorizer, RestModel, RestValidator } from '@/lib/domain/rest-api/parts';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** AWS gives 500 at once; its quotas lie far below ten pages of it. */
const pageSize = 500;
const pagesMax = 10;

interface Page<Item> {
  readonly items?: readonly Item[] | undefined;
  readonly position?: string | undefined;
}

/** All items of a list of API Gateway, page by page. */
export async function readAll<Item>(
  ask: (position: string | undefined, limit: number) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let position: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const output = await ask(position, pageSize);
    items.push(...(output.items ?? []));
    position = output.position;
    if (position === undefined) break;
  }
  return items;
}

/** Asks one thing about a REST API. */
export async function askRestApi<T>(
  place: Place,
  operation: string,
  question: (client: APIGatewayClient) => Promise<T>,
): Promise<Result<T, ConsoleError>> {
  await requireUser('viewer');
  try {
    return succeed(await question(await (await awsFor(place)).apiGateway()));
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}

/** The authorizers of a REST API, by name. */
export function getRestAuthorizers(place: Place, apiId: string) {
  return askRestApi(place, 'apigateway:GetAuthorizers', async (client) => {
    const items = await readAll((position, limit) =>
      client.send(new GetAuthorizersCommand({ restApiId: apiId, position, limit })),
    );
    return items
      .map((item): RestAuthorizer => ({
        id: item.id ?? '',
        name: item.name ?? '',
        type: item.type ?? '',
        uri: item.authorizerUri ?? '',
        credentials: item.authorizerCredentials ?? '',
        identitySource: item.identitySource ?? '',
        validationExpression: item.identityValidationExpression ?? '',
        ttlSeconds: item.authorizerResultTtlInSeconds ?? 300,
        providerArns: item.providerARNs ?? [],
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}

export function getRestValidators(place: Place, apiId: string) {
  return askRestApi(place, 'apigateway:GetRequestValidators', async (client) => {
    const items = await readAll((position, limit) =>
      client.send(new GetRequestValidatorsCommand({ restApiId: apiId, position, limit })),
    );
    return items
      .map((item): RestValidator => ({
        id: item.id ?? '',
        name: item.name ?? '',
        body: item.validateRequestBody ?? false,
        parameters: item.validateRequestParameters ?? false,
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}

export function getRestModels(place: Place, apiId: string) {
  return askRestApi(place, 'apigateway:GetModels', async (client) => {
    const items = await readAll((position, limit) =>
      client.send(new GetModelsCommand({ restApiId: apiId, position, limit })),
    );
    return items
      .map((item): RestModel => ({
        name: item.name ?? '',
        description: item.description ?? '',
        contentType: item.contentType ?? '',
        schema: item.schema ?? '',
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** What the form of a method offers; a list that cannot be read is empty, and its failure said. */
export interface MethodChoices {
  readonly authorizers: readonly RestAuthorizer[];
  readonly validators: readonly RestValidator[];
  readonly models: readonly string[];
  readonly failures: readonly ConsoleError[];
}

export async function getMethodChoices(place: Place, apiId: string): Promise<MethodChoices> {
  const [authorizers, validators, models] = await Promise.all([
    getRestAuthorizers(place, apiId),
    getRestValidators(place, apiId),
    getRestModels(place, apiId),
  ]);
  return {
    authorizers: authorizers.ok ? authorizers.data : [],
    validators: validators.ok ? validators.data : [],
    models: models.ok ? models.data.map(({ name }) => name) : [],
    failures: [authorizers, validators, models].flatMap((one) => (one.ok ? [] : [one.error])),
  };
}
