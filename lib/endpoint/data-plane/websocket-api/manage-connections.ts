import type { IncomingMessage } from 'node:http';
import type { Answer } from '../shared/answer.ts';
import { readBody } from '../shared/read-body.ts';
import { closeConnection, isOpen, sendText, type Connection } from './connection.ts';
import type { SocketParts } from './parts.ts';
import type { Place } from './place.ts';
import { countSent } from './stage-metrics.ts';
import { messageBytesMax } from './serve-connection.ts';

interface Asked {
  readonly request: IncomingMessage;
  readonly target: { readonly path: string; readonly query: string };
  readonly place: Place;
}

const idPattern = /^[\w-]{2,64}={0,2}$/;

/**
 * `POST`, `GET` and `DELETE` of `{stage}/@connections/{id}`: the three operations of the management API. It takes
 * signed requests of programs alone, as the control plane does.
 */
export async function manageConnections(
  parts: SocketParts,
  { request, target, place }: Asked,
): Promise<Answer> {
  const [, id] = /^\/@connections\/([^/]+)\/?$/.exec(place.path) ?? [];
  const { api, served } = place;
  const { method = 'GET' } = request;
  // Of request headers only set-cookie can be an array.
  const headers = request.headers as Readonly<Record<string, string>>;
  const isPage = headers['origin'] !== undefined || !['none', undefined].includes(headers['sec-fetch-site']);
  if (isPage || !served || id === undefined) return refusal(403, 'ForbiddenException', 'Forbidden');
  const body = await readBody(request, messageBytesMax);
  if (body === 'gone') return refusal(400, 'BadRequestException', 'The body did not arrive');
  if (!isSigned(headers, target.query))
    return refusal(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  if (body === 'too-large') return refusal(413, 'PayloadTooLargeException', 'Payload too large');
  const caller = parts.callerOf({ method, path: target.path, query: target.query, headers }, body);
  if (caller?.accountId !== api.accountId) return refusal(403, 'ForbiddenException', 'Forbidden');
  if (!idPattern.test(id)) return refusal(400, 'BadRequestException', `Invalid connectionId: ${id}`);
  const connection = parts.connections.find(id);
  if (!connection || !isOpen(connection)) return refusal(410, 'GoneException', undefined);
  if (connection.apiId !== api.apiId || connection.stageName !== served.stage.name)
    return refusal(403, 'ForbiddenException', 'Forbidden');
  return run(parts, connection, method, body);
}

function run(parts: SocketParts, connection: Connection, method: string, body: Uint8Array): Answer {
  switch (method) {
    case 'POST': {
      const isSent = sendText(connection, Buffer.from(body).toString(), parts.clock.now());
      if (isSent) countSent(parts.meters, connection, parts.clock.now());
      return isSent ? answer(200, '') : refusal(429, 'LimitExceededException', 'The client does not keep up');
    }
    case 'GET':
      return answer(200, describe(connection));
    case 'DELETE':
      closeConnection(connection, { code: 1000, reason: 'Connection Closed Normally' });
      return answer(204, '');
    default:
      return refusal(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
}

function describe({ connectedAtMs, lastActiveMs, sourceIp, userAgent }: Connection): string {
  return JSON.stringify({
    connectedAt: new Date(connectedAtMs).toISOString(),
    identity: { sourceIp, ...(userAgent !== undefined && { userAgent }) },
    lastActiveAt: new Date(lastActiveMs).toISOString(),
  });
}

function isSigned(headers: Readonly<Record<string, string>>, query: string): boolean {
  return headers['authorization']?.startsWith('AWS4-') === true || query.includes('X-Amz-Signature=');
}

function answer(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'application/json' }, cookies: [], body };
}

function refusal(status: number, errorType: string, message: string | undefined): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': errorType },
    cookies: [],
    body: message === undefined ? '' : JSON.stringify({ message }),
  };
}
