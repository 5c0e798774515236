import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
  GetIntegrationsCommand,
  type CreateApiCommandInput,
  type CreateIntegrationCommandInput,
  type CreateRouteCommandInput,
  type CreateStageCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { createUrlCallers } from '../../../assembly/url-callers.ts';
import { startListener } from '../../../http/listener.ts';
import { createRestApiService } from '../../../services/apigateway/index.ts';
import { createHttpApiService } from '../../../services/apigatewayv2/index.ts';
import { createManualClock } from '../../../services/manual-clock.ts';
import type { Service } from '../../../services/service.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import type { ServiceCall } from '../../integrations/aws-service.ts';
import { createCountedMetrics } from '../../shared/counted-metrics.ts';
import { createWebSocketApiPlane } from '../plane.ts';
import { openClient, type ClientOptions } from './client.ts';

const quiet = () => undefined;
const account = '000000000000';

/** What stands in for functions: told the event, it gives the payload, or throws an error's payload. */
export type FakeFunction = (event: SocketEvent) => unknown;
export class FunctionFailure {
  readonly payload: unknown;
  constructor(payload: unknown) {
    this.payload = payload;
  }
}

export interface SocketEvent {
  readonly headers?: Record<string, string>;
  readonly queryStringParameters?: Record<string, string>;
  readonly stageVariables?: Record<string, string>;
  readonly body?: string;
  readonly requestContext: Record<string, unknown> & {
    readonly routeKey: string;
    readonly eventType: string;
    readonly connectionId: string;
    readonly requestId: string;
  };
}

export const functionUri = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:${account}:function:${name}/invocations`;

interface RouteShape {
  readonly route?: Partial<CreateRouteCommandInput>;
  readonly integration?: Partial<CreateIntegrationCommandInput>;
  /** Whether the client is told what the back end answers. */
  readonly isAnswered?: boolean;
}

/** The service and its plane behind one listener, in this process; functions are what `functions` says. */
export async function openSocketPlane(functions: Record<string, FakeFunction> = {}) {
  const clock = createManualClock();
  const store = await openTemporaryStore({ now: clock.now });
  const service = createHttpApiService({ database: store.database, clock });
  const keys = createRestApiService({
    database: store.database,
    clock,
    hasSocketStage: service.hasSocketStage,
  });
  const failures: object[] = [];
  const log = {
    info: quiet,
    warn: quiet,
    debug: quiet,
    error: (fields: object) => void failures.push(fields),
  };
  const counted = createCountedMetrics();
  const logged: { logGroup: string; lines: string[] }[] = [];
  const invoked: SocketEvent[] = [];
  const serviceCalls: ServiceCall[] = [];
  const waiting: { isMet: () => boolean; resolve: () => void }[] = [];
  const lambda: Service = {
    name: 'lambda',
    operations: {
      GetPolicy: () => ({
        Policy: JSON.stringify({
          Statement: [
            {
              Effect: 'Allow',
              Action: 'lambda:InvokeFunction',
              Principal: { Service: 'apigateway.amazonaws.com' },
            },
          ],
        }),
      }),
      Invoke: (async (input: { FunctionName: string; Payload: Uint8Array }) => {
        const event = JSON.parse(Buffer.from(input.Payload).toString()) as SocketEvent;
        invoked.push(event);
        for (const one of waiting.splice(0))
          if (one.isMet()) one.resolve();
          else waiting.push(one);
        const result = await functions[input.FunctionName.split(':')[6] ?? '']?.(event);
        const failed = result instanceof FunctionFailure;
        const payload = Buffer.from(JSON.stringify(failed ? result.payload : result) ?? '');
        return { Payload: payload, ...(failed && { FunctionError: 'Unhandled' }) };
      }) as Service['operations'][string],
    },
  };
  const plane = createWebSocketApiPlane({
    directory: service.directory,
    plans: keys.directory,
    domains: keys.directory,
    lambda,
    baseUrl: 'http://127.0.0.1',
    addresses: { isLoopbackAllowed: true },
    services: (call) => {
      serviceCalls.push(call);
      return Promise.resolve({
        kind: 'answered',
        answer: { status: 200, headers: { 'x-service': 'yes' }, cookies: [], body: '{"Done":true}' },
      });
    },
    clock,
    callerOf: createUrlCallers(new Map(), clock.now, 'execute-api'),
    metrics: counted.metrics,
    logs: {
      append: (where, events) => void logged.push({ ...where, lines: events.map(({ message }) => message) }),
    },
    log,
  });
  const listener = await startListener({
    port: 0,
    host: '127.0.0.1',
    wire: createWire([service, keys], { log }),
    planes: [plane],
    servedNames: ['127.0.0.1'],
    log,
    health: () => ({}),
  });
  const gateway = new ApiGatewayV2Client({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: account, secretAccessKey: 'test' },
    maxAttempts: 1,
  });

  /** Routes with an integration each, deployed to one stage. */
  async function serve(
    routes: Readonly<Record<string, RouteShape>>,
    more: { api?: Partial<CreateApiCommandInput>; stage?: Partial<CreateStageCommandInput> } = {},
  ): Promise<string> {
    const { ApiId = '' } = await gateway.send(
      new CreateApiCommand({
        Name: 'chat',
        ProtocolType: 'WEBSOCKET',
        RouteSelectionExpression: '$request.body.action',
        ...more.api,
      }),
    );
    for (const [RouteKey, shape] of Object.entries(routes)) await addRoute(ApiId, RouteKey, shape);
    await gateway.send(new CreateStageCommand({ ApiId, StageName: 'dev', ...more.stage }));
    await gateway.send(new CreateDeploymentCommand({ ApiId, StageName: more.stage?.StageName ?? 'dev' }));
    return ApiId;
  }

  async function addRoute(ApiId: string, RouteKey: string, shape: RouteShape) {
    const { IntegrationId = '' } = await gateway.send(
      new CreateIntegrationCommand({
        ApiId,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: functionUri('echo'),
        ...shape.integration,
      }),
    );
    const { RouteId = '' } = await gateway.send(
      new CreateRouteCommand({
        ApiId,
        RouteKey,
        Target: `integrations/${IntegrationId}`,
        ...(shape.isAnswered && { RouteResponseSelectionExpression: '$default' }),
        ...shape.route,
      }),
    );
    if (shape.isAnswered)
      await gateway.send(new CreateRouteResponseCommand({ ApiId, RouteId, RouteResponseKey: '$default' }));
    return { RouteId, IntegrationId };
  }

  const pathOf = (apiId: string, rest = '/dev'): string =>
    `ws://127.0.0.1:${listener.port}/_aws/execute-api/${apiId}${rest}`;

  return {
    gateway,
    service,
    plane,
    clock,
    port: listener.port,
    invoked,
    serviceCalls,
    logged,
    counted,
    failures,
    serve,
    addRoute,
    deploy: (ApiId: string) => gateway.send(new CreateDeploymentCommand({ ApiId, StageName: 'dev' })),
    integrations: (ApiId: string) => gateway.send(new GetIntegrationsCommand({ ApiId })),
    pathOf,
    open: (apiId: string, rest?: string, options?: ClientOptions) => openClient(pathOf(apiId, rest), options),
    /** Waits until a function was called with what is looked for. */
    async called(isWanted: (event: SocketEvent) => boolean): Promise<SocketEvent> {
      const find = () => invoked.find(isWanted);
      if (!find())
        await new Promise<void>((resolve) => waiting.push({ isMet: () => find() !== undefined, resolve }));
      return find() as SocketEvent;
    },
    async [Symbol.asyncDispose]() {
      gateway.destroy();
      await plane.close();
      await listener.close();
      await store[Symbol.asyncDispose]();
    },
  };
}
