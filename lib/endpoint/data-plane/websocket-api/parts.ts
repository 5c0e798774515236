import type { LogSink } from '../../runtimes/launch.ts';
import type { HttpApiDirectory } from '../../services/apigatewayv2/index.ts';
import type { Clock } from '../../services/clock.ts';
import type { GatewayMeters } from '../shared/gateway-metrics.ts';
import type { Throttle } from '../shared/token-bucket.ts';
import type { Connections } from './connections.ts';
import type { Intake } from './intake.ts';
import type { Way } from './run-route.ts';

/** Who signed a request; undefined without a good signature. */
export type CallerOf = (
  request: {
    readonly method: string;
    readonly path: string;
    readonly query: string;
    readonly headers: Readonly<Record<string, string>>;
  },
  body: Uint8Array,
  options?: { readonly mayBeInQuery?: boolean },
) => { readonly accountId: string; readonly accessKey: string } | undefined;

/** What the life of a connection needs. */
export interface SocketParts {
  readonly directory: HttpApiDirectory;
  readonly clock: Clock;
  readonly connections: Connections;
  readonly intake: Intake;
  /** Events being answered, for a stop to wait for. */
  readonly running: Set<Promise<void>>;
  readonly throttle: Throttle;
  readonly callerOf: CallerOf;
  /** Of `$connect`: who may come in. */
  readonly door: Way;
  /** Of everything later. */
  readonly way: Way;
  /** Where access and execution logs of stages go. */
  readonly logs: LogSink;
  readonly meters: GatewayMeters;
  /** The log of the endpoint: why a back end was not reached, which callers are not told. */
  readonly log: {
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
}
