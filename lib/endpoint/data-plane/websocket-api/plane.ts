import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { LogSink } from '../../runtimes/launch.ts';
import type { HttpApiDirectory } from '../../services/apigatewayv2/index.ts';
import type { Clock } from '../../services/clock.ts';
import type { Metrics } from '../../services/cloudwatch/index.ts';
import type { Service } from '../../services/service.ts';
import { newGatewayId } from '../http-api/gateway-id.ts';
import type { DomainMap } from '../http-api/choose-place.ts';
import type { AddressRules } from '../integrations/address-rules.ts';
import type { ServiceDoor } from '../integrations/aws-service.ts';
import { createHttpIntegration } from '../integrations/http-proxy.ts';
import { createLambdaIntegration } from '../integrations/lambda.ts';
import { sendAnswer } from '../shared/answer.ts';
import { createGatewayMeters } from '../shared/gateway-metrics.ts';
import { createThrottle } from '../shared/token-bucket.ts';
import type { PlanDirectory } from '../shared/usage-plans.ts';
import { createAuthorizeStation } from './authorize.ts';
import { connect, type ChosenProtocols } from './connect.ts';
import { closeConnection } from './connection.ts';
import { awsLifeLimits, createConnections, type LifeLimits } from './connections.ts';
import { handshakeProblem, refuseUpgrade } from './handshake.ts';
import { createIntake } from './intake.ts';
import { createKeyStation, createThrottleStation } from './limit-calls.ts';
import { manageConnections } from './manage-connections.ts';
import type { CallerOf, SocketParts } from './parts.ts';
import { findPlace } from './place.ts';
import { messageBytesMax } from './serve-connection.ts';
import { requireParameters, validateMessage } from './validate-message.ts';

export interface WebSocketApiPlaneParts {
  readonly directory: HttpApiDirectory;
  readonly domains: DomainMap;
  /** API keys and usage plans, which belong to another service. */
  readonly plans: PlanDirectory;
  readonly lambda: Service;
  /** Where functions reach this endpoint. */
  readonly baseUrl: string;
  /** Which back ends HTTP integrations may call. */
  readonly addresses: AddressRules;
  /** For integrations of other services. */
  readonly services: ServiceDoor;
  readonly clock: Clock;
  /** Who signed a request for `execute-api`. */
  readonly callerOf: CallerOf;
  readonly logs: LogSink;
  /** Without it nothing is counted. */
  readonly metrics?: Metrics;
  readonly log: SocketParts['log'];
  readonly limits?: LifeLimits;
}

interface Target {
  readonly hostName: string;
  readonly path: string;
  readonly query: string;
  readonly signedFor?: string | undefined;
}

/** Open and half-open connections; more are refused with 503. The listener has room for these and for requests. */
const connectionsMax = 4096;
/** New connections a second, AWS's quota of an account in a Region. */
const newConnections = { ratePerSecond: 500, burst: 500 };
/** A client that does not answer a close frame is hung up on. */
const closeMs = 5000;
const shutdownMs = 1000;

/**
 * Deployed WebSocket APIs, in both forms of address, and the management API below `@connections`. Has the shape of the
 * listener's hosted planes.
 *
 * Gaps
 * - Mutual TLS, detailed metrics and traces.
 * - `AWS` integrations call the services of this endpoint; those it does not have answer with NotImplemented, as its
 *   control plane does. `ContentHandlingStrategy` and `ResponseParameters` of integration responses have no effect.
 * - Identity policies: whoever signs with a key of the API's own account may connect to a `$connect` with AWS_IAM.
 *
 * By design
 * - Messages go by what is deployed now, also those of connections that are older.
 * - Web pages of every origin may connect, as on AWS; the management API takes signed requests of programs alone, and
 *   of the owner's account.
 * - Of one connection 32 messages are answered at a time, of all together 64 MB; more wait in the network.
 * - A client with 1 MB unread is not sent more: PostToConnection is refused with 429, and answers hang up on it.
 * - A signature in the query of an upgrade counts for programs, and for web pages where signatures are verified.
 * - At most 4096 connections; more are refused with 503.
 *
 * Unconfirmed: 502 for a function that fails in `$connect`, and its other statuses with its body; 403 for requests that
 * are no upgrade; that a proxy answer without `statusCode` is malformed and that pings count against idling; the frame
 * for integrations that are too late; codes and texts of closes and of `disconnectReason`; that a message which names
 * `$connect` or `$disconnect` goes to `$default`.
 */
export function createWebSocketApiPlane(given: WebSocketApiPlaneParts) {
  const { directory, clock, log } = given;
  const http = createHttpIntegration(given.addresses);
  const ends = {
    lambda: createLambdaIntegration(given.lambda, given.baseUrl),
    http,
    services: given.services,
  };
  const throttle = createThrottle(clock.now);
  const parts: SocketParts = {
    directory,
    clock,
    connections: createConnections(clock, given.limits ?? awsLifeLimits),
    intake: createIntake(),
    running: new Set(),
    throttle,
    callerOf: given.callerOf,
    door: {
      ends,
      stations: [
        createAuthorizeStation(ends.lambda),
        createKeyStation(given.plans, throttle),
        createThrottleStation(throttle),
        requireParameters,
      ],
    },
    way: { ends, stations: [createThrottleStation(throttle), validateMessage] },
    logs: given.logs,
    meters: createGatewayMeters(given.metrics),
    log,
  };
  const chosen: ChosenProtocols = new WeakMap();
  const settings = {
    noServer: true,
    maxPayload: messageBytesMax,
    clientTracking: false,
    perMessageDeflate: false,
    closeTimeout: closeMs, // Newer than the published types.
    handleProtocols: (_offered: Set<string>, request: IncomingMessage) => chosen.get(request) ?? false,
  };
  const server = new WebSocketServer(settings);
  let connecting = 0;
  let isClosed = false;

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, target: Target): void {
    const refuse = (status: number, message: string) =>
      refuseUpgrade(socket, {
        status,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message }),
      });
    const place = findPlace(directory, given.domains, target);
    const problem = handshakeProblem(request);
    if (problem !== undefined) return refuse(problem, 'Bad Request');
    if (place?.served === undefined || place.path !== '/') return refuse(403, 'Forbidden');
    if (isClosed || parts.connections.size + connecting >= connectionsMax)
      return refuse(503, 'Service Unavailable');
    const { accountId, region } = place.api;
    if (!parts.throttle.take(`connect/${accountId}/${region}`, newConnections))
      return refuse(429, 'Too Many Requests');
    connecting += 1;
    connect(parts, server, chosen, {
      request,
      socket,
      head,
      path: target.path,
      query: target.query,
      place,
      served: place.served,
    })
      .catch((error: unknown) => {
        log.error({ err: error, apiId: place.api.apiId }, 'An upgrade failed');
        refuse(500, 'Internal server error');
      })
      .finally(() => {
        connecting -= 1;
      });
  }

  return {
    name: 'websocket-api',
    matches: (target: Target): boolean => findPlace(directory, given.domains, target) !== undefined,

    /** The management API; everything else that is no upgrade is refused. */
    async handle(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
      response.setHeader('x-amzn-requestid', newGatewayId());
      const place = findPlace(directory, given.domains, target);
      if (place) sendAnswer(response, await manageConnections(parts, { request, target, place }));
      else response.destroy();
    },

    upgrade,

    /** How many connections are open. */
    get size(): number {
      return parts.connections.size;
    },

    /** Says goodbye to every client, gives `$disconnect` a moment, and hangs up on who is left. */
    async close(): Promise<void> {
      isClosed = true;
      const open = [...parts.connections.all()];
      const closed = open.map(
        ({ socket }) => new Promise<void>((resolve) => socket.on('close', () => resolve())),
      );
      for (const connection of open) closeConnection(connection, { code: 1001, reason: 'Going away' });
      await within(shutdownMs, Promise.all(closed));
      for (const { socket } of open) socket.terminate();
      await Promise.all(closed);
      await within(shutdownMs, Promise.all(parts.running));
      http.close();
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
