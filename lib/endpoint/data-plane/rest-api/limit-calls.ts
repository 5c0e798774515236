import type { KeyWithPlans, RestApiDirectory } from '../../services/apigateway/index.ts';
import type { Throttle } from '../shared/token-bucket.ts';
import type { Station } from './answer-call.ts';
import { methodSetting } from './method-settings.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type MethodCall } from './rest-call.ts';

interface Parts {
  readonly directory: RestApiDirectory;
  readonly throttle: Throttle;
}

type Plan = KeyWithPlans['plans'][number];

const accountLimit = { ratePerSecond: 10_000, burst: 5_000 };

/** API keys with their usage plans' rates and quotas, then the rates of the stage, then those of the account. */
export function createLimitStation({ directory, throttle }: Parts): Station {
  return (call) => {
    const keyed = call.methodRecord.apiKeyRequired ? chooseKey(directory, call) : undefined;
    if (keyed === 'unknown') return new Refusal('INVALID_API_KEY');
    if (keyed) {
      const { key, plan } = keyed;
      call.learned.apiKey = { id: key.id, value: key.value };
      if (!isWithinPlan(throttle, plan, key.id, call)) return new Refusal('THROTTLED');
    }
    if (!isWithinStage(throttle, call)) return new Refusal('THROTTLED');
    if (!throttle.take(`account/${call.accountId}/${call.region}`, accountLimit))
      return new Refusal('THROTTLED');
    return keyed && !isWithinQuota(directory, keyed.plan, keyed.key.id, call.nowMs)
      ? new Refusal('QUOTA_EXCEEDED')
      : undefined;
  };
}

function chooseKey(
  directory: RestApiDirectory,
  call: MethodCall,
): { readonly key: KeyWithPlans['key']; readonly plan: Plan } | 'unknown' {
  const isFromAuthorizer = call.snapshot.settings.apiKeySource === 'AUTHORIZER';
  const value = isFromAuthorizer ? call.learned.usageIdentifierKey : headerOf(call, 'x-api-key');
  const found = value === undefined ? undefined : directory.findKey(call, value);
  const plan = found?.plans.find((one) => stageOf(one, call));
  return found && plan ? { key: found.key, plan } : 'unknown';
}

function stageOf({ apiStages = [] }: Plan, { apiId, stageName }: MethodCall) {
  return apiStages.find((one) => one.apiId === apiId && one.stage === stageName);
}

function isWithinPlan(throttle: Throttle, plan: Plan, keyId: string, call: MethodCall): boolean {
  const path = `${call.resource.path}/${call.methodRecord.httpMethod}`;
  const own = stageOf(plan, call)?.throttle?.[path];
  const id = `plan/${plan.id}/${keyId}`;
  const limits = [
    [`${id}/${call.apiId}/${call.stageName}${path}`, own],
    [id, plan.throttle],
  ] as const;
  return limits.every(
    ([key, limit]) =>
      !limit ||
      throttle.take(key, {
        ratePerSecond: limit.rateLimit ?? accountLimit.ratePerSecond,
        burst: limit.burstLimit ?? accountLimit.burst,
      }),
  );
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

const dayMs = 86_400_000;

/** Counts the request in the key's period. What is left is kept with the days, where it can be raised by hand. */
function isWithinQuota(directory: RestApiDirectory, plan: Plan, keyId: string, nowMs: number): boolean {
  const limit = plan.quota?.limit;
  const today = dayOf(nowMs);
  const first = plan.quota ? periodStart(plan.quota, nowMs) : today;
  const last = directory.lastUsage(plan.id, keyId, first);
  const remaining = limit === undefined ? undefined : (last?.remaining ?? limit);
  if (remaining !== undefined && remaining <= 0) return false;
  const used = last?.day === today ? last.used : 0;
  directory.saveUsage(plan.id, {
    keyId,
    day: today,
    used: used + 1,
    remaining: remaining === undefined ? undefined : remaining - 1,
  });
  return true;
}

/** The first day of a quota's period; `offset` is the day on which periods begin. */
function periodStart({ period, offset = 0 }: NonNullable<Plan['quota']>, nowMs: number): string {
  const date = new Date(nowMs);
  if (period === 'WEEK') return dayOf(nowMs - ((date.getUTCDay() - offset + 7) % 7) * dayMs);
  if (period !== 'MONTH') return dayOf(nowMs);
  const isBefore = date.getUTCDate() < offset + 1;
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (isBefore ? 1 : 0), offset + 1));
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
