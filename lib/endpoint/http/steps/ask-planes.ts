import type { IncomingHttpHeaders } from 'node:http';
import { readCredentialScope } from '../../wire/credential-scope.ts';
import type { Exchange, Step } from '../exchange.ts';
import type { HostedPlane, PlaneTarget } from '../hosted-plane.ts';

/**
 * A class: measured, a getter in an object literal made a hidden class of its own for every request, which cost half of
 * the time of a small request and let whole requests live until the next full collection.
 */
export class ExchangeTarget implements PlaneTarget {
  readonly hostName: string;
  readonly path: string;
  readonly query: string;
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  readonly #signed: Exchange['request']['headers'];

  constructor({ hostName, incoming, request, requestId }: Exchange) {
    this.hostName = hostName;
    this.path = request.path;
    this.query = request.query;
    this.requestId = requestId;
    this.headers = incoming.headers;
    this.#signed = request.headers;
  }

  get signedFor(): string | undefined {
    return readCredentialScope(this.#signed, this.query)?.service;
  }
}

/** Hands a request to the first data plane that knows it; the others go on without a turn of their own. */
export function askPlanes(planes: readonly HostedPlane[]): Step {
  return (exchange) => {
    if (planes.length === 0) return undefined;
    const target = new ExchangeTarget(exchange);
    const plane = planes.find((candidate) => candidate.matches(target));
    return plane?.handle(exchange.incoming, exchange.outgoing, target).then(() => 'handled' as const);
  };
}
