import { readCredentialScope } from '../../wire/credential-scope.ts';
import type { Exchange, Step } from '../exchange.ts';
import type { HostedPlane, PlaneTarget } from '../hosted-plane.ts';

export function planeTargetOf({ hostName, incoming, request, requestId }: Exchange): PlaneTarget {
  const { path, query, headers } = request;
  return {
    hostName,
    path,
    query,
    requestId,
    headers: incoming.headers,
    get signedFor() {
      return readCredentialScope(headers, query)?.service;
    },
  };
}

/** Hands a request to the first data plane that knows it. */
export function askPlanes(planes: readonly HostedPlane[]): Step {
  return async (exchange) => {
    if (planes.length === 0) return undefined;
    const target = planeTargetOf(exchange);
    const plane = planes.find((candidate) => candidate.matches(target));
    if (!plane) return undefined;
    await plane.handle(exchange.incoming, exchange.outgoing, target);
    return 'handled';
  };
}
