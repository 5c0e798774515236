import { callIntegration, type BackEnds } from './call-integration.ts';
import type { RouteAnswer } from './back-end.ts';
import { Refusal } from './refusal.ts';
import type { IntegratedCall, RoutedCall } from './socket-call.ts';

/** A station before the integration; a refusal ends the call. */
export type Station = (call: RoutedCall) => Refusal | undefined | Promise<Refusal | undefined>;

export interface Way {
  readonly ends: BackEnds;
  readonly stations: readonly Station[];
}

/** One event on the way of its route: the stations in turn, then the integration. */
export async function runRoute(way: Way, call: RoutedCall): Promise<RouteAnswer | Refusal> {
  for (const station of way.stations) {
    const refusal = await station(call);
    if (refusal) return refusal;
  }
  const [, id] = /^integrations\/(.+)$/.exec(call.route.Target ?? '') ?? [];
  const integration = call.snapshot.integrations.find(({ IntegrationId }) => IntegrationId === id);
  if (!integration)
    return new Refusal('API_CONFIGURATION_ERROR', {
      reason: `No integration found for route ${call.routeKey}`,
    });
  const integrated: IntegratedCall = { ...call, integration };
  return callIntegration(way.ends, integrated);
}

/** Whether the client is told what the back end answered: by a route response that the route asks for. */
export function isAnswered({ route, webSocket }: RoutedCall): boolean {
  return (
    route.RouteResponseSelectionExpression === '$default' &&
    webSocket.routeResponses.some(
      ({ RouteId, RouteResponseKey }) => RouteId === route.RouteId && RouteResponseKey === '$default',
    )
  );
}
