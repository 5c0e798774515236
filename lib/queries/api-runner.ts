import 'server-only';
import {
  GetStagesCommand as GetRestStagesCommand,
  paginateGetApiKeys,
  paginateGetResources,
} from '@aws-sdk/client-api-gateway';
import { GetRoutesCommand, GetStagesCommand } from '@aws-sdk/client-apigatewayv2';
import { requireUser } from '@/lib/auth/guard';
import type { Aws } from '@/lib/aws/clients';
import type { PastApiRequest } from '@/lib/domain/api-request';
import type { ConsoleError } from '@/lib/domain/console-error';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import { allPages } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { readPastRequests } from '@/lib/test-events/past-requests';

/** A method of a path, or a route, that the runner offers. */
export interface RunnerOperation {
  /** `GET` …, or `ANY`. */
  readonly method: string;
  /** With its parameters: `/pets/{id}`. */
  readonly path: string;
  /** AWS's word: `NONE`, `AWS_IAM`, `CUSTOM`, `JWT` … */
  readonly authorization: string;
  readonly isKeyRequired: boolean;
}

export interface RunnerKey {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
}

export interface RunnerApi {
  readonly stages: readonly string[];
  readonly operations: readonly RunnerOperation[];
  /** Keys of the account, without values; HTTP APIs know none. */
  readonly keys: readonly RunnerKey[];
}

/** API Gateway's quotas are 300 resources or routes; whoever raised them chooses among the first of these. */
const operationsMax = 2_000;
const keysMax = 500;

const inOrder = (operations: readonly RunnerOperation[]) =>
  [...operations]
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
    .slice(0, operationsMax);

async function restOperations(aws: Aws, restApiId: string): Promise<readonly RunnerOperation[]> {
  const client = await aws.apiGateway();
  const operations: RunnerOperation[] = [];
  for await (const page of paginateGetResources(
    { client, pageSize: 500 },
    { restApiId, embed: ['methods'] },
  )) {
    for (const { path = '/', resourceMethods = {} } of page.items ?? []) {
      for (const [method, settings] of Object.entries(resourceMethods)) {
        operations.push({
          method,
          path,
          authorization: settings.authorizationType ?? 'NONE',
          isKeyRequired: settings.apiKeyRequired ?? false,
        });
      }
    }
    if (operations.length > operationsMax) break;
  }
  return inOrder(operations);
}

async function accountKeys(aws: Aws): Promise<readonly RunnerKey[]> {
  const client = await aws.apiGateway();
  const keys: RunnerKey[] = [];
  for await (const page of paginateGetApiKeys({ client, pageSize: keysMax }, { includeValues: false })) {
    for (const { id = '', name = '', enabled = false } of page.items ?? []) {
      keys.push({ id, name: name || id, isEnabled: enabled });
    }
    if (keys.length >= keysMax) break;
  }
  return keys.sort((a, b) => a.name.localeCompare(b.name));
}

/** Keys that cannot be listed take nothing from the rest of the page. */
async function keysOrNone(aws: Aws): Promise<readonly RunnerKey[]> {
  try {
    return await accountKeys(aws);
  } catch {
    return [];
  }
}

/** Stages, methods and keys of a REST API, for the request runner. */
export function getRestRunner(place: Place, apiId: string): Promise<Result<RunnerApi, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetResources', async (aws) => {
    const client = await aws.apiGateway();
    const [stages, operations, keys] = await Promise.all([
      client.send(new GetRestStagesCommand({ restApiId: apiId })),
      restOperations(aws, apiId),
      keysOrNone(aws),
    ]);
    const names = (stages.item ?? []).map(({ stageName = '' }) => stageName);
    return { stages: names.sort(), operations, keys };
  });
}

/** Stages and routes of an HTTP API, for the request runner. `$default` is every method of every path. */
export function getHttpRunner(place: Place, apiId: string): Promise<Result<RunnerApi, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetRoutes', async (aws) => {
    const client = await aws.apiGatewayV2();
    const [stages, routes] = await Promise.all([
      allPages(async (NextToken) => {
        const output = await client.send(new GetStagesCommand({ ApiId: apiId, NextToken }));
        return { items: output.Items ?? [], next: output.NextToken };
      }),
      allPages(async (NextToken) => {
        const output = await client.send(
          new GetRoutesCommand({ ApiId: apiId, NextToken, MaxResults: '500' }),
        );
        return { items: output.Items ?? [], next: output.NextToken };
      }),
    ]);
    const operations = routes.map(({ RouteKey = '', AuthorizationType = 'NONE' }) => {
      const [method = 'ANY', path = '/'] =
        RouteKey === '$default' ? ['ANY', '/{proxy+}'] : RouteKey.split(' ');
      return { method, path, authorization: AuthorizationType, isKeyRequired: false };
    });
    const names = stages.map(({ StageName = '' }) => StageName);
    return { stages: names.sort(), operations: inOrder(operations), keys: [] };
  });
}

/** Calls that whoever asks made to this API, the newest first. */
export async function listPastRequests(place: Place, apiId: string): Promise<readonly PastApiRequest[]> {
  const user = await requireUser('viewer');
  return readPastRequests({ place, apiId, ownerId: user.id });
}
