import { formatTime } from '../shared/request-parts.ts';
import type { SocketCall } from './socket-call.ts';

/** The event that `AWS_PROXY` hands to a function. */
export function proxyEvent(call: SocketCall): object {
  return {
    ...requestMembers(call),
    requestContext: requestContext(call),
    ...(call.body !== undefined && { body: call.body }),
    isBase64Encoded: false,
  };
}

/** The event of the authorizer of `$connect`: with the headers of the hop, and empty members where functions have none. */
export function authorizerEvent(call: SocketCall, methodArn: string): object {
  const hop: [string, readonly string[]][] = [
    ['Connection', ['upgrade']],
    ['content-length', ['0']],
    ['Upgrade', ['websocket']],
  ];
  const sent = headersOf(call);
  return {
    type: 'REQUEST',
    methodArn,
    headers: lastOf([...hop, ...sent]),
    multiValueHeaders: Object.fromEntries([...hop, ...sent]),
    queryStringParameters: lastOf([...call.query]),
    multiValueQueryStringParameters: Object.fromEntries(call.query),
    stageVariables: call.stage.variables,
    requestContext: requestContext(call),
  };
}

const headersOf = (call: SocketCall): [string, readonly string[]][] =>
  [...call.headers.values()].map(({ name, values }) => [name, values]);

/** Headers and query stand in CONNECT alone; AWS puts empty headers of its own into DISCONNECT. */
function requestMembers(call: SocketCall): object {
  const { variables } = call.stage;
  const stageVariables = Object.keys(variables).length > 0 ? { stageVariables: variables } : {};
  if (call.eventType === 'MESSAGE') return stageVariables;
  const headers: [string, readonly string[]][] =
    call.eventType === 'CONNECT'
      ? headersOf(call)
      : [
          ['Host', [call.caller.domainName]],
          ['x-api-key', ['']],
          ['X-Forwarded-For', ['']],
          ['x-restapi', ['']],
        ];
  const query = [...call.query];
  return {
    headers: lastOf(headers),
    multiValueHeaders: Object.fromEntries(headers),
    ...(query.length > 0 && {
      queryStringParameters: lastOf(query),
      multiValueQueryStringParameters: Object.fromEntries(query),
    }),
    ...stageVariables,
  };
}

function lastOf(members: readonly (readonly [string, readonly string[]])[]): Record<string, string> {
  return Object.fromEntries(members.map(([name, values]) => [name, values.at(-1) ?? '']));
}

export function requestContext(call: SocketCall): Record<string, unknown> {
  const { caller, disconnect, messageId } = call;
  return {
    routeKey: call.routeKey,
    ...(call.learned.authorizer && { authorizer: call.learned.authorizer }),
    ...(messageId !== undefined && { messageId }),
    ...(disconnect && { disconnectStatusCode: disconnect.code }),
    eventType: call.eventType,
    extendedRequestId: call.requestId,
    requestTime: formatTime(call.nowMs),
    messageDirection: 'IN',
    ...(disconnect && { disconnectReason: disconnect.reason }),
    stage: call.stage.name,
    connectedAt: caller.connectedAtMs,
    requestTimeEpoch: call.nowMs,
    identity: {
      ...(caller.userAgent !== undefined && { userAgent: caller.userAgent }),
      ...(call.eventType === 'CONNECT' && call.learned.apiKey && apiKeyMembers(call.learned.apiKey)),
      sourceIp: caller.sourceIp,
    },
    requestId: call.requestId,
    domainName: caller.domainName,
    connectionId: caller.id,
    apiId: call.api.apiId,
  };
}

const apiKeyMembers = ({ id, value }: { readonly id: string; readonly value: string }) => ({
  apiKey: value,
  apiKeyId: id,
});
