import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** What a data plane needs to know to recognise its calls. */
export interface PlaneTarget {
  /** Lower-case, without port. */
  readonly hostName: string;
  /** As sent: neither decoded nor normalised. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly requestId: string;
  /** Routing rules of custom domains look at them. */
  readonly headers?: IncomingHttpHeaders | undefined;
  /** The service that a signature claims to be for. Read when it is asked for. */
  readonly signedFor?: string | undefined;
}

/**
 * A data plane on the endpoint's port: function URLs, deployed APIs. It is asked before the control plane, has
 * no signature or origin check in front of it, and brings its own limits and CORS.
 */
export interface HostedPlane {
  readonly name: string;
  /** By host (`{id}.lambda-url.{region}.localhost`) or path prefix (`/_aws/lambda-url/{id}/`). */
  matches(target: PlaneTarget): boolean;
  handle(request: IncomingMessage, response: ServerResponse, target: PlaneTarget): Promise<void>;
  /** For WebSocket; without it upgrades are refused. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer, target: PlaneTarget): void;
}
