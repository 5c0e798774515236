import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateIntegrationResponseCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { WebSocket } from 'ws';
import { percentile } from './load.ts';
import { residentMb, type BenchEndpoint } from './starts.ts';

export interface SocketResult {
  readonly connections: number;
  /** Growth of the endpoint's resident memory for each open connection. */
  readonly kbEach: number;
  /** At one message a second of each connection. */
  readonly paced: SocketLoad;
  /** When each connection sends again as soon as it is answered. */
  readonly eager: SocketLoad;
}

export interface SocketLoad {
  readonly messagesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Below the 500 new connections a second that an account has. */
const openEveryMs = 3;

/** A WebSocket API that answers each message with a template: the gateway alone, without a function. */
async function createMockApi(port: number): Promise<string> {
  const gateway = new ApiGatewayV2Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'bench' },
  });
  const { ApiId = '' } = await gateway.send(
    new CreateApiCommand({
      Name: 'bench',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  const { IntegrationId } = await gateway.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: 'MOCK',
      RequestTemplates: { $default: '{"statusCode":200}' },
    }),
  );
  await gateway.send(
    new CreateIntegrationResponseCommand({
      ApiId,
      IntegrationId,
      IntegrationResponseKey: '$default',
      ResponseTemplates: { $default: '{"ok":true}' },
    }),
  );
  const { RouteId } = await gateway.send(
    new CreateRouteCommand({
      ApiId,
      RouteKey: 'say',
      Target: `integrations/${IntegrationId}`,
      RouteResponseSelectionExpression: '$default',
    }),
  );
  await gateway.send(new CreateRouteResponseCommand({ ApiId, RouteId, RouteResponseKey: '$default' }));
  await gateway.send(new CreateStageCommand({ ApiId, StageName: 'bench', AutoDeploy: true }));
  gateway.destroy();
  return `ws://127.0.0.1:${port}/_aws/execute-api/${ApiId}/bench`;
}

/** Opens so many connections to one API, and talks over all of them for a bounded time. */
export async function measureSockets(
  endpoint: BenchEndpoint,
  connections: number,
  durationMs: number,
): Promise<SocketResult> {
  const url = await createMockApi(endpoint.port);
  // What is loaded and compiled once is no connection's own.
  const first = await openAll(url, 50);
  await talk(first, 500, 0);
  for (const socket of first) socket.terminate();
  await pause(500);
  const before = await residentMb(endpoint.program.pid);
  const sockets = await openAll(url, connections);
  await pause(500);
  const kbEach = (((await residentMb(endpoint.program.pid)) - before) * 1024) / connections;
  const paced = await talk(sockets, durationMs, 1000);
  const eager = await talk(sockets, durationMs, 0);
  for (const socket of sockets) socket.terminate();
  return { connections, kbEach, paced, eager };
}

async function openAll(url: string, count: number): Promise<WebSocket[]> {
  const opening: Promise<WebSocket>[] = [];
  for (let index = 0; index < count; index += 1) {
    opening.push(open(url));
    await pause(openEveryMs);
  }
  return Promise.all(opening);
}

function open(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, [], { perMessageDeflate: false });
    socket.on('open', () => resolve(socket));
    socket.on('error', reject);
  });
}

/** Every connection sends `everyMs` after its last message, or on its answer when that is 0. */
async function talk(sockets: readonly WebSocket[], durationMs: number, everyMs: number): Promise<SocketLoad> {
  const latencies: number[] = [];
  // Counted from when all have begun: they are spread over an interval, as clients that know nothing of each other.
  const startsAt = performance.now() + everyMs;
  const endsAt = startsAt + durationMs;
  await Promise.all(
    sockets.map(async (socket, index) => {
      await pause((index / sockets.length) * everyMs);
      for (let sentAt = performance.now(); sentAt < endsAt; sentAt = performance.now()) {
        await answered(socket);
        const latencyMs = performance.now() - sentAt;
        if (sentAt >= startsAt) latencies.push(latencyMs);
        await pause(everyMs - latencyMs);
      }
    }),
  );
  latencies.sort((left, right) => left - right);
  return {
    messagesPerSecond: latencies.length / (durationMs / 1000),
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}

function answered(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('message', () => resolve());
    socket.send('{"action":"say"}');
  });
}

function pause(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
