import { partitionOf } from '../../../shared/arn.ts';
import type {
  PublishedApi,
  PublishedStage,
  Snapshot,
  StoredIntegration,
  StoredRoute,
  WebSocketSnapshot,
} from '../../services/apigatewayv2/index.ts';
import type { ExecutionLog, KeptLog } from '../rest-api/execution-log.ts';
import type { SentHeader } from '../rest-api/rest-call.ts';
import type { Connection } from './connection.ts';

/** Who is connected, as calls tell it: an open connection, or one that is still being decided about. */
export type Caller = Omit<Connection, 'socket' | 'lastActiveMs' | 'closing' | 'authorizer'>;

/** One event of a connection on its way to its route. */
export interface SocketCall {
  readonly api: PublishedApi;
  readonly stage: PublishedStage;
  readonly snapshot: Snapshot;
  readonly webSocket: WebSocketSnapshot;
  readonly caller: Caller;
  readonly eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
  readonly routeKey: string;
  readonly requestId: string;
  /** Of messages alone. */
  readonly messageId: string | undefined;
  /** Of messages alone. */
  readonly body: string | undefined;
  /** The body parsed; undefined when it is no JSON. */
  readonly json: unknown;
  /** Of the upgrade; empty in later events. */
  readonly headers: ReadonlyMap<string, SentHeader>;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly disconnect: { readonly code: number; readonly reason: string } | undefined;
  readonly traceHeader: string;
  /** Who signed the upgrade; undefined without a good signature. */
  readonly signer: () => { readonly accountId: string; readonly accessKey: string } | undefined;
  readonly nowMs: number;
  readonly log: ExecutionLog;
  /** The same, where the stage keeps one. */
  readonly keptLog: KeptLog | undefined;
  /** What stations on the way learn, for logs. */
  readonly learned: Learned;
}

export interface Learned {
  /** Context of the authorizer, told in this event and in all later ones. */
  authorizer?: Readonly<Record<string, unknown>>;
  integrationMs?: number;
  /** Of the call to the back end's service. */
  integrationStatus?: number;
  /** In the back end's answer. */
  answeredStatus?: number;
  authorizerMs?: number;
  authorizerStatus?: number;
  apiKey?: { readonly id: string; readonly value: string };
  usageIdentifierKey?: string | undefined;
  accessKey?: string;
  error?: { readonly type: string; readonly message: string; readonly validation?: string | undefined };
}

export interface RoutedCall extends SocketCall {
  readonly route: StoredRoute;
}

export interface IntegratedCall extends RoutedCall {
  readonly integration: StoredIntegration;
}

/** `arn:aws:execute-api:{region}:{account}:{api}/{stage}/{route}`: what policies judge. */
export function routeArn({ api, stage, routeKey }: SocketCall): string {
  return `${apiArn(api)}/${stage.name}/${routeKey}`;
}

export function apiArn({ region, accountId, apiId }: PublishedApi): string {
  return `arn:${partitionOf(region)}:execute-api:${region}:${accountId}:${apiId}`;
}
