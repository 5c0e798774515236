import { newGatewayId } from '../http-api/gateway-id.ts';
import { nothingToTell, type RouteAnswer } from './back-end.ts';
import { sendText, type Connection } from './connection.ts';
import { finishCall } from './finish-call.ts';
import { openCall } from './open-call.ts';
import type { SocketParts } from './parts.ts';
import { servedStage } from './place.ts';
import { Refusal } from './refusal.ts';
import { isAnswered, runRoute } from './run-route.ts';
import { findRoute, parseJson, selectRoute } from './select-route.ts';
import { countSent } from './stage-metrics.ts';
import type { SocketCall } from './socket-call.ts';

/** One text message: by the deployment of now, to its route, and back what the route lets back. */
export async function serveMessage(parts: SocketParts, connection: Connection, body: string): Promise<void> {
  const api = parts.directory.find(connection.apiId);
  const served = servedStage(api?.stages.get(connection.stageName));
  // Its API or its stage is gone.
  if (!api || !served) {
    tell(parts, connection, 'Forbidden');
    return;
  }
  const json = parseJson(body);
  const route = selectRoute(served.snapshot, served.webSocket, json);
  const call = openCall(parts.clock.now, {
    api,
    served,
    caller: connection,
    authorizer: connection.authorizer,
    eventType: 'MESSAGE',
    routeKey: route?.RouteKey ?? '$default',
    messageId: newGatewayId(),
    body,
    json,
  });
  const outcome = route ? await runRoute(parts.way, { ...call, route }) : new Refusal('NO_ROUTE');
  finishCall(parts, call, outcome);
  if (outcome instanceof Refusal) send(parts, connection, errorFrame(call, outcome));
  else if (route && isAnswered({ ...call, route }) && outcome.body !== undefined && outcome.body !== '')
    send(parts, connection, outcome.body);
}

/** Tells a client that something here is wrong. */
export function tellFault(parts: SocketParts, connection: Connection): void {
  tell(parts, connection, 'Internal server error');
}

function tell(parts: SocketParts, connection: Connection, message: string): void {
  const ids = { connectionId: connection.id, requestId: newGatewayId() };
  send(parts, connection, JSON.stringify({ message, ...ids }));
}

/** A client that does not read what it asked for is let go. */
function send({ clock, meters }: SocketParts, connection: Connection, text: string): void {
  if (sendText(connection, text, clock.now())) countSent(meters, connection, clock.now());
  else connection.socket.terminate();
}

/** What is wrong with a message's body is told with the message's id. */
export function errorFrame({ caller, requestId, messageId }: SocketCall, refusal: Refusal): string {
  const { type, message } = refusal;
  const ids = type === 'BAD_REQUEST_BODY' ? { messageId } : { requestId };
  return JSON.stringify({ message, connectionId: caller.id, ...ids });
}

/** The last event of a connection, which nobody hears an answer to. */
export async function serveDisconnect(
  parts: SocketParts,
  connection: Omit<Connection, 'socket'>,
  disconnect: { readonly code: number; readonly reason: string },
): Promise<void> {
  const api = parts.directory.find(connection.apiId);
  const served = servedStage(api?.stages.get(connection.stageName));
  if (!api || !served) return;
  const call = openCall(parts.clock.now, {
    api,
    served,
    caller: connection,
    authorizer: connection.authorizer,
    eventType: 'DISCONNECT',
    routeKey: '$disconnect',
    disconnect,
  });
  const route = findRoute(served.snapshot.routes, '$disconnect');
  const outcome: RouteAnswer | Refusal = route
    ? await runRoute(parts.way, { ...call, route })
    : nothingToTell;
  finishCall(parts, call, outcome);
}
