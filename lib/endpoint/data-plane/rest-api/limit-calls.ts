import type { Throttle } from '../shared/token-bucket.ts';
import {
  accountLimit,
  findPlannedKey,
  isWithinPlan,
  isWithinQuota,
  type PlanDirectory,
} from '../shared/usage-plans.ts';
import type { Station } from './answer-call.ts';
import { methodSetting } from './method-settings.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type MethodCall } from './rest-call.ts';

interface Parts {
  readonly directory: PlanDirectory;
  readonly throttle: Throttle;
}

/** API keys with their usage plans' rates and quotas, then the rates of the stage, then those of the account. */
export function createLimitStation({ directory, throttle }: Parts): Station {
  return (call) => {
    const isKeyed = call.methodRecord.apiKeyRequired === true;
    const planned = isKeyed ? findPlannedKey(directory, call, keyOf(call)) : undefined;
    if (isKeyed && !planned) return new Refusal('INVALID_API_KEY');
    if (planned) {
      const { key } = planned;
      call.learned.apiKey = { id: key.id, value: key.value };
      const part = `${call.resource.path}/${call.methodRecord.httpMethod}`;
      if (!isWithinPlan(throttle, planned, { ...call, part })) return new Refusal('THROTTLED');
    }
    if (!isWithinStage(throttle, call)) return new Refusal('THROTTLED');
    if (!throttle.take(`account/${call.accountId}/${call.region}`, accountLimit))
      return new Refusal('THROTTLED');
    return planned && !isWithinQuota(directory, planned, call.nowMs)
      ? new Refusal('QUOTA_EXCEEDED')
      : undefined;
  };
}

function keyOf(call: MethodCall): string | undefined {
  return call.snapshot.settings.apiKeySource === 'AUTHORIZER'
    ? call.learned.usageIdentifierKey
    : headerOf(call, 'x-api-key');
}

/** A negative limit is none. */
function isWithinStage(throttle: Throttle, call: MethodCall): boolean {
  const { throttlingRateLimit: rate = -1, throttlingBurstLimit: burst = -1 } = methodSetting(call);
  if (rate < 0 && burst < 0) return true;
  const key = `stage/${call.apiId}/${call.stageName}/${call.resource.id}/${call.methodRecord.httpMethod}`;
  return throttle.take(key, {
    ratePerSecond: rate < 0 ? accountLimit.ratePerSecond : rate,
    burst: burst < 0 ? accountLimit.burst : burst,
  });
}
