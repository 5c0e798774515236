import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocketServer } from 'ws';
import { newGatewayId } from '../http-api/gateway-id.ts';
import { queryOf, sentHeaders } from '../rest-api/rest-call.ts';
import { newTrace } from '../shared/request-parts.ts';
import { nothingToTell, textOf, type RouteAnswer } from './back-end.ts';
import { finishCall } from './finish-call.ts';
import { offeredProtocols, refuseUpgrade } from './handshake.ts';
import { openCall } from './open-call.ts';
import type { SocketParts } from './parts.ts';
import type { Place, ServedStage } from './place.ts';
import { Refusal, refusalTypes } from './refusal.ts';
import { runRoute } from './run-route.ts';
import { findRoute } from './select-route.ts';
import { serveConnection } from './serve-connection.ts';
import { serveDisconnect } from './serve-message.ts';
import type { Caller, SocketCall } from './socket-call.ts';

export interface Arrival {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  /** As sent, for signatures. */
  readonly path: string;
  readonly query: string;
  readonly place: Place;
  readonly served: ServedStage;
}

/** Subprotocols chosen by `$connect`, for the library to answer with. */
export type ChosenProtocols = WeakMap<IncomingMessage, string>;

/** An upgrade: nothing is open until `$connect` has let it in. */
export async function connect(
  parts: SocketParts,
  server: WebSocketServer,
  chosen: ChosenProtocols,
  arrival: Arrival,
): Promise<void> {
  const { request, socket, head } = arrival;
  const call = openConnect(parts, arrival);
  const route = findRoute(call.snapshot.routes, '$connect');
  const outcome = route ? await runRoute(parts.door, { ...call, route }) : nothingToTell;
  finishCall(parts, call, outcome);
  if (outcome instanceof Refusal) return refuse(socket, call, outcome);
  if (outcome.status < 200 || outcome.status > 299) return refuseUpgrade(socket, answerOf(outcome));
  const protocol = protocolOf(outcome);
  if (protocol !== undefined && offeredProtocols(request).length > 0) chosen.set(request, protocol);
  const facts = { ...call.caller, authorizer: call.learned.authorizer };
  let isOpen = false;
  server.handleUpgrade(request, socket, head, (opened) => {
    isOpen = true;
    serveConnection(parts, { ...facts, socket: opened }, socket);
  });
  // The client left while `$connect` ran: what that one noted down is taken back.
  if (!isOpen)
    await serveDisconnect(
      parts,
      { ...facts, lastActiveMs: facts.connectedAtMs, closing: undefined },
      { code: 1006, reason: 'Connection closed abnormally' },
    );
}

function openConnect(parts: SocketParts, { request, path, query, place, served }: Arrival): SocketCall {
  const { api } = place;
  // An upgraded socket of the listener is one of the network.
  const port = request.socket.localPort ?? 0;
  const sourceIp = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const nowMs = parts.clock.now();
  const given = request.headers['x-amzn-trace-id'];
  const traceHeader = typeof given === 'string' ? given : newTrace(nowMs);
  const forwarded = request.headers['x-forwarded-for'];
  const caller: Caller = {
    id: newGatewayId(),
    accountId: api.accountId,
    region: api.region,
    apiId: api.apiId,
    stageName: served.stage.name,
    connectedAtMs: nowMs,
    sourceIp,
    userAgent: request.headers['user-agent'],
    // With the port, so that addresses which a function builds from it lead back here.
    domainName: (place.isHostForm && request.headers.host) || `${api.apiId}.execute-api.localhost:${port}`,
  };
  return openCall(parts.clock.now, {
    api,
    served,
    caller,
    eventType: 'CONNECT',
    routeKey: '$connect',
    traceHeader,
    headers: sentHeaders(request, {
      'X-Amzn-Trace-Id': traceHeader,
      'X-Forwarded-For': typeof forwarded === 'string' ? `${forwarded}, ${sourceIp}` : sourceIp,
      'X-Forwarded-Port': String(port),
      'X-Forwarded-Proto': 'http',
    }),
    query: queryOf(query),
    signer() {
      // Of request headers only set-cookie can be an array.
      const headers = request.headers as Readonly<Record<string, string>>;
      const signed = { method: 'GET', path, query, headers };
      // A page can put a made-up signature into an address, and says that it is one by its origin.
      return parts.callerOf(signed, new Uint8Array(), { mayBeInQuery: headers['origin'] === undefined });
    },
  });
}

function refuse(socket: Duplex, { caller, requestId }: SocketCall, refusal: Refusal): void {
  const { type, message, status } = refusal;
  refuseUpgrade(socket, {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': refusalTypes[type].errorType,
      'x-amzn-requestid': requestId,
    },
    body: JSON.stringify({ message, connectionId: caller.id, requestId }),
  });
}

function answerOf({ status, headers, body }: RouteAnswer) {
  const type = headers['content-type'] ?? 'application/json';
  return { status: status < 200 ? 502 : status, headers: { 'content-type': type }, body: textOf(body ?? '') };
}

function protocolOf({ headers }: RouteAnswer): string | undefined {
  const value = headers['sec-websocket-protocol'];
  const protocol = typeof value === 'string' ? value : value?.[0];
  return protocol !== undefined && /^[\w!#$%&'*+.^`|~-]+$/.test(protocol) ? protocol : undefined;
}
