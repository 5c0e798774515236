import type { RouteAnswer } from './back-end.ts';
import type { SocketParts } from './parts.ts';
import { Refusal } from './refusal.ts';
import type { SocketCall } from './socket-call.ts';

/** Leaves behind what logs want of a call. */
export function finishCall(parts: SocketParts, call: SocketCall, outcome: RouteAnswer | Refusal): void {
  if (!(outcome instanceof Refusal)) return;
  const { type, message, reason, validation } = outcome;
  call.learned.error = { type, message, validation };
  if (reason !== undefined)
    parts.log.warn(
      {
        apiId: call.api.apiId,
        stage: call.stage.name,
        routeKey: call.routeKey,
        requestId: call.requestId,
        reason,
      },
      'A WebSocket API could not answer with its back end',
    );
}
