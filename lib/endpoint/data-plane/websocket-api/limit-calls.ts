import { routeLimit, type Throttle } from '../shared/token-bucket.ts';
import {
  accountLimit,
  findPlannedKey,
  isWithinPlan,
  isWithinQuota,
  type PlanDirectory,
} from '../shared/usage-plans.ts';
import { Refusal } from './refusal.ts';
import type { Station } from './run-route.ts';
import type { RoutedCall } from './socket-call.ts';

/** The rates of a route and of the account. Of `$disconnect` nobody is told, so nothing is held back. */
export function createThrottleStation(throttle: Throttle): Station {
  return ({ api, stage, routeKey, eventType }) => {
    if (eventType === 'DISCONNECT') return undefined;
    const isLet =
      throttle.take(`stage/${api.apiId}/${stage.name}/${routeKey}`, routeLimit(stage.settings, routeKey)) &&
      throttle.take(`account/${api.accountId}/${api.region}`, accountLimit);
    return isLet ? undefined : new Refusal('THROTTLED');
  };
}

/** API keys at `$connect`, with their usage plans' rates and quotas. */
export function createKeyStation(directory: PlanDirectory, throttle: Throttle): Station {
  return (call) => {
    if (call.route.ApiKeyRequired !== true) return undefined;
    const { accountId, region, apiId } = call.api;
    const place = { accountId, region, apiId, stageName: call.stage.name };
    const planned = findPlannedKey(directory, place, keyOf(call));
    if (!planned) return new Refusal('INVALID_API_KEY');
    const { key } = planned;
    call.learned.apiKey = { id: key.id, value: key.value };
    if (!isWithinPlan(throttle, planned, { ...place, part: call.routeKey })) return new Refusal('THROTTLED');
    return isWithinQuota(directory, planned, call.nowMs) ? undefined : new Refusal('QUOTA_EXCEEDED');
  };
}

function keyOf(call: RoutedCall): string | undefined {
  return call.webSocket.apiKeySelectionExpression.includes('usageIdentifierKey')
    ? call.learned.usageIdentifierKey
    : call.headers.get('x-api-key')?.values.at(-1);
}
