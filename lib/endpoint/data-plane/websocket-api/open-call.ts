import { newGatewayId } from '../http-api/gateway-id.ts';
import { newTrace } from '../shared/request-parts.ts';
import { keptLog, noLog } from '../rest-api/execution-log.ts';
import { beginCall } from './finish-call.ts';
import type { ServedStage } from './place.ts';
import type { SocketCall } from './socket-call.ts';
import { loggingOf } from './stage-logs.ts';

type About = Pick<SocketCall, 'api' | 'caller' | 'eventType' | 'routeKey'> &
  Partial<
    Pick<
      SocketCall,
      'body' | 'json' | 'headers' | 'query' | 'disconnect' | 'messageId' | 'traceHeader' | 'signer'
    >
  > & {
    readonly served: ServedStage;
    readonly authorizer?: SocketCall['learned']['authorizer'];
  };

const none = new Map<string, never>();

/** The facts of one event of a connection. */
export function openCall(now: () => number, about: About): SocketCall {
  const { served, authorizer, ...facts } = about;
  const nowMs = now();
  const { level } = loggingOf(served.stage, about.routeKey);
  const kept = level === 'OFF' ? undefined : keptLog(now);
  const call: SocketCall = {
    messageId: undefined,
    body: undefined,
    json: undefined,
    headers: none,
    query: none,
    disconnect: undefined,
    signer: () => undefined,
    traceHeader: newTrace(nowMs),
    ...facts,
    ...served,
    requestId: newGatewayId(),
    nowMs,
    log: kept ?? noLog,
    keptLog: kept,
    learned: authorizer ? { authorizer } : {},
  };
  beginCall(call);
  return call;
}
