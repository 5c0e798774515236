import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  type CreateRestApiCommandInput,
  type PutIntegrationCommandInput,
  type PutIntegrationResponseCommandInput,
  type PutMethodCommandInput,
} from '@aws-sdk/client-api-gateway';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createUrlCallers } from '../../../assembly/url-callers.ts';
import { startListener } from '../../../http/listener.ts';
import { createRestApiService, createVpcLinkDirectory } from '../../../services/apigateway/index.ts';
import { createManualClock } from '../../../services/manual-clock.ts';
import type { Service } from '../../../services/service.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import type { ServiceCall } from '../../integrations/aws-service.ts';
import { createCountedMetrics } from '../../shared/counted-metrics.ts';
import { createRestApiPlane } from '../plane.ts';

const quiet = () => undefined;

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
}

/** What stands in for functions: told the event, it gives the payload, or throws an error's payload. */
export type FakeFunction = (event: unknown) => unknown;
export class FunctionFailure {
  readonly payload: unknown;
  constructor(payload: unknown) {
    this.payload = payload;
  }
}

/** As Lambda tells of a stream: what a function throws is its last event. */
async function* toStreamEvents(chunks: AsyncIterable<Uint8Array>) {
  try {
    for await (const Payload of chunks) yield { PayloadChunk: { Payload } };
    yield { InvokeComplete: {} };
  } catch {
    yield { InvokeComplete: { ErrorCode: 'Unhandled' } };
  }
}

/** The service and its plane behind one listener, in this process; functions are what `functions` says. */
export async function openRestPlane(functions: Record<string, FakeFunction> = {}) {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  const service = createRestApiService({ database: store.database, clock });
  const log = { info: quiet, warn: quiet, error: quiet, debug: quiet };
  const invoked: unknown[] = [];
  const serviceCalls: ServiceCall[] = [];
  const counted = createCountedMetrics();
  const logged: { logGroup: string; lines: string[] }[] = [];
  const permission = {
    Effect: 'Allow',
    Action: 'lambda:InvokeFunction',
    Principal: { Service: 'apigateway.amazonaws.com' },
  };
  const lambda: Service = {
    name: 'lambda',
    operations: {
      GetPolicy: () => ({ Policy: JSON.stringify({ Statement: [permission] }) }),
      Invoke: (async (input: { FunctionName: string; Payload: Uint8Array }) => {
        const event: unknown = JSON.parse(Buffer.from(input.Payload).toString());
        invoked.push(event);
        const name = input.FunctionName.split(':')[6] ?? '';
        const result = await functions[name]?.(event);
        const failed = result instanceof FunctionFailure;
        const payload = Buffer.from(JSON.stringify(failed ? result.payload : result) ?? '');
        return { Payload: payload, ...(failed && { FunctionError: 'Unhandled' }) };
      }) as Service['operations'][string],
      InvokeWithResponseStream: (async (input: { FunctionName: string; Payload: Uint8Array }) => {
        const event: unknown = JSON.parse(Buffer.from(input.Payload).toString());
        invoked.push(event);
        const result = await functions[input.FunctionName.split(':')[6] ?? '']?.(event);
        return { EventStream: toStreamEvents(result as AsyncIterable<Uint8Array>) };
      }) as Service['operations'][string],
    },
  };
  const plane = createRestApiPlane({
    directory: service.directory,
    lambda,
    baseUrl: 'http://127.0.0.1',
    addresses: { isLoopbackAllowed: true },
    findLink: createVpcLinkDirectory(store.database).find,
    // Each endpoint is alone in its VPC; one with a nine in its name is gone.
    findVpcEndpoint: (id) =>
      id.includes('9')
        ? undefined
        : {
            region: 'us-east-1',
            vpcId: id.replace('vpce', 'vpc'),
            serviceName: 'com.amazonaws.us-east-1.execute-api',
          },
    services: (call) => {
      serviceCalls.push(call);
      const isThere = call.service === 'sqs';
      const body = isThere ? '{"Done":"yes"}' : '{"message":"not here"}';
      return Promise.resolve({
        kind: 'answered',
        answer: { status: isThere ? 200 : 501, headers: {}, cookies: [], body },
      });
    },
    callerOf: createUrlCallers(new Map(), clock.now, 'execute-api'),
    now: clock.now,
    metrics: counted.metrics,
    logs: {
      append: (where, events) => void logged.push({ ...where, lines: events.map(({ message }) => message) }),
    },
    log,
  });
  service.setTester(plane.tester);
  const listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire: createWire([service], { log }),
    planes: [plane],
    servedNames: ['127.0.0.1'],
    servedNamesSetting: 'LAMBDECK_ENDPOINT_ALLOWED_HOSTS',
    isVerified: false,
    log,
    health: () => ({}),
  });
  const client = new APIGatewayClient({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'test' },
    maxAttempts: 1,
  });

  /** A request as it stands: no client in between makes the path or the headers nicer. */
  function send(path: string, sent: Sent = {}): Promise<Received> {
    return new Promise((resolve, reject) => {
      const headers = { ...(sent.host !== undefined && { host: sent.host }), ...sent.headers };
      const request = httpRequest(
        { host: '127.0.0.1', port: listener.port, path, method: sent.method ?? 'GET', headers, agent: false },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () => {
            const body = Buffer.concat(pieces);
            const { statusCode = 0, headers: received } = response;
            resolve({ status: statusCode, headers: received, body, text: body.toString() });
          });
        },
      );
      request.on('error', reject);
      request.end(sent.body);
    });
  }

  async function createApi(input: Partial<CreateRestApiCommandInput> = {}): Promise<string> {
    const { id = '' } = await client.send(new CreateRestApiCommand({ name: 'pets', ...input }));
    return id;
  }

  /** The resource of a path, made with all that lead to it. */
  async function resource(restApiId: string, path: string): Promise<string> {
    const { items = [] } = await client.send(new GetResourcesCommand({ restApiId, limit: 500 }));
    const known = items.find((one) => one.path === path)?.id;
    if (known !== undefined) return known;
    const cut = path.lastIndexOf('/');
    const parentId = await resource(restApiId, path.slice(0, cut) || '/');
    const pathPart = path.slice(cut + 1);
    const made = await client.send(new CreateResourceCommand({ restApiId, parentId, pathPart }));
    return made.id ?? '';
  }

  /** A method, its integration and the rows of its answers. */
  async function method(
    restApiId: string,
    path: string,
    httpMethod: string,
    how: {
      readonly method?: Partial<PutMethodCommandInput>;
      readonly integration?: Partial<PutIntegrationCommandInput>;
      readonly responses?: readonly Partial<PutIntegrationResponseCommandInput>[];
    } = {},
  ): Promise<string> {
    const resourceId = await resource(restApiId, path);
    const place = { restApiId, resourceId, httpMethod };
    await client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE', ...how.method }));
    const mock = { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode":200}' } } as const;
    await client.send(
      new PutIntegrationCommand({ ...place, ...(how.integration ?? mock) } as typeof place & typeof mock),
    );
    for (const row of how.responses ?? [{}])
      await client.send(new PutIntegrationResponseCommand({ ...place, statusCode: '200', ...row }));
    return resourceId;
  }

  const deploy = (restApiId: string, stageName = 'dev') =>
    client.send(new CreateDeploymentCommand({ restApiId, stageName }));

  /** Calls an API in the host form. */
  const call = (apiId: string, path: string, sent: Sent = {}) =>
    send(path, { ...sent, host: `${apiId}.execute-api.us-east-1.localhost:${listener.port}` });

  return {
    client,
    service,
    clock,
    port: listener.port,
    invoked,
    serviceCalls,
    logged,
    counted,
    store,
    send,
    call,
    createApi,
    resource,
    method,
    deploy,
    async [Symbol.asyncDispose]() {
      client.destroy();
      await listener.close();
      plane.close();
      await store[Symbol.asyncDispose]();
    },
  };
}

export const functionUri = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:${name}/invocations`;

export const streamUri = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/arn:aws:lambda:us-east-1:000000000000:function:${name}/response-streaming-invocations`;
