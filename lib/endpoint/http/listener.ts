import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { accountOf } from '../wire/credential-scope.ts';
import type { WireLog, Wire } from '../wire/wire.ts';
import type { Exchange, Step } from './exchange.ts';
import type { HostedPlane } from './hosted-plane.ts';
import { nodeBody } from './node-body.ts';
import { plainReply } from './plain-reply.ts';
import { hostNameOf, splitTarget } from './raw-target.ts';
import { sendReply } from './send-reply.ts';
import { answerControlPlane } from './steps/answer-control-plane.ts';
import { answerHealth } from './steps/answer-health.ts';
import { askPlanes, ExchangeTarget } from './steps/ask-planes.ts';
import { checkHost } from './steps/check-host.ts';
import { refuseBrowsers } from './steps/refuse-browsers.ts';
import { requireSignature } from './steps/require-signature.ts';

export interface ListenerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  readonly wire: Wire;
  /** Asked in this order before the control plane. */
  readonly planes?: readonly HostedPlane[];
  /** Host names beside the loopback ones and `*.localhost`. */
  readonly servedNames?: readonly string[];
  /** The setting that holds those names, for the refusal. */
  readonly servedNamesSetting?: string;
  /** Body of `/_lambdeck/health`. */
  readonly health: () => object;
  readonly log: WireLog;
  /** True when the wire verifies signatures. */
  readonly isVerified?: boolean;
  /** Account of an access key, where keys are configured. */
  readonly accountOfKey?: (accessKeyId: string) => string;
}

export interface Listener {
  readonly port: number;
  /** Stops taking connections, ends idle ones, and the others after a grace of two seconds. */
  close(): Promise<void>;
}

/** Request line and headers together; AWS allows 16 KB for headers and longer presigned URLs. */
const HEADER_BYTES_MAX = 32_768;
const HEADERS_TIMEOUT_MS = 15_000;
/** For a whole request, however slowly it comes: 70 MB of code at 600 KB a second. */
const REQUEST_TIMEOUT_MS = 120_000;
/** How often the two above are looked at; Node's default would let a slow sender stay half a minute longer. */
const TIMEOUT_CHECK_MS = 5_000;
/** Longer than the SDKs keep a connection, so that they and not we close it. */
const KEEP_ALIVE_MS = 75_000;
/** WebSockets among them: their plane takes 4096 of these at most. */
const CONNECTIONS_MAX = 6144;
const CLOSE_GRACE_MS = 2_000;

/** Starts the one port of the endpoint. Rejects when it cannot be bound. */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  const { wire } = options;
  const planes = options.planes ?? [];
  const chain: readonly Step[] = [
    checkHost(options.servedNames ?? [], options.servedNamesSetting ?? 'LAMBDECK_ENDPOINT_ALLOWED_HOSTS'),
    answerHealth(options.health),
    askPlanes(planes),
    refuseBrowsers(wire),
    requireSignature(wire, options.isVerified ?? false),
    answerControlPlane(wire, options.accountOfKey ?? accountOf),
  ];

  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES_MAX,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
      noDelay: true,
    },
    (incoming, outgoing) => {
      void serve(incoming, outgoing, chain, options.log);
    },
  );
  server.maxConnections = CONNECTIONS_MAX;
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrade(incoming, socket, head, planes, chain[0]);
  });
  server.on('clientError', answerClientError);
  await listen(server, options.port, options.host);
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function openExchange(incoming: IncomingMessage, outgoing: ServerResponse): Exchange | string {
  const target = splitTarget(incoming.url ?? '');
  if (!target) return 'The request target is neither a path nor an http URL.';
  const hostName = hostNameOf(incoming.headers.host);
  if (hostName === undefined) return 'The Host header is missing or is no host name.';
  // Of the headers only set-cookie can be an array, and no request of ours has a use for that one.
  const headers = incoming.headers as Readonly<Record<string, string>>;
  return {
    incoming,
    outgoing,
    hostName,
    requestId: randomUUID(),
    scope: undefined,
    request: { method: incoming.method ?? 'GET', ...target, headers, body: nodeBody(incoming) },
  };
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  chain: readonly Step[],
  log: WireLog,
): Promise<void> {
  const exchange = openExchange(incoming, outgoing);
  try {
    if (typeof exchange === 'string') {
      await sendReply(incoming, outgoing, plainReply(400, exchange, randomUUID()));
      return;
    }
    for (const step of chain) {
      const pending = step(exchange);
      const result = pending instanceof Promise ? await pending : pending;
      if (result === 'handled') return;
      if (result) {
        await sendReply(incoming, outgoing, result);
        return;
      }
    }
  } catch (error) {
    const requestId = typeof exchange === 'string' ? undefined : exchange.requestId;
    log.error({ err: error, requestId, path: incoming.url }, 'A request failed outside of its operation');
    if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
    else
      await sendReply(
        incoming,
        outgoing,
        plainReply(500, `Internal failure, request ${requestId}.`, requestId ?? ''),
      );
  }
}

function upgrade(
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  planes: readonly HostedPlane[],
  check: Step | undefined,
): void {
  socket.on('error', () => socket.destroy());
  const exchange = openExchange(incoming, undefined as never);
  const isRefused = typeof exchange === 'string' || check?.(exchange) !== undefined;
  const target = isRefused ? undefined : new ExchangeTarget(exchange);
  const plane = target && planes.find((candidate) => candidate.upgrade && candidate.matches(target));
  if (plane?.upgrade && target) plane.upgrade(incoming, socket, head, target);
  else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

const CLIENT_ERRORS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = CLIENT_ERRORS[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
