import type { KeyWithPlans, RestApiDirectory } from '../../services/apigateway/index.ts';
import type { Throttle } from './token-bucket.ts';

/** Keys, plans and their use, which REST and WebSocket APIs share. */
export type PlanDirectory = Pick<RestApiDirectory, 'findKey' | 'lastUsage' | 'saveUsage'>;

type Plan = KeyWithPlans['plans'][number];

export interface PlannedKey {
  readonly key: KeyWithPlans['key'];
  readonly plan: Plan;
}

interface StagePlace {
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly stageName: string;
}

/** AWS's limits of an account, which stand in for what a limit does not name. */
export const accountLimit = { ratePerSecond: 10_000, burst: 5_000 };

/** A key by its value, with the plan that holds it for a stage; undefined when there is none. */
export function findPlannedKey(
  directory: PlanDirectory,
  place: StagePlace,
  value: string | undefined,
): PlannedKey | undefined {
  const found = value === undefined ? undefined : directory.findKey(place, value);
  const plan = found?.plans.find((one) => stageOf(one, place));
  return found && plan ? { key: found.key, plan } : undefined;
}

function stageOf({ apiStages = [] }: Plan, { apiId, stageName }: Pick<StagePlace, 'apiId' | 'stageName'>) {
  return apiStages.find((one) => one.apiId === apiId && one.stage === stageName);
}

/** Takes from the plan's rates: those of one `part` of the stage, a method or a route, and those of the key. */
export function isWithinPlan(
  throttle: Throttle,
  { plan, key }: PlannedKey,
  { apiId, stageName, part }: Pick<StagePlace, 'apiId' | 'stageName'> & { readonly part: string },
): boolean {
  const own = stageOf(plan, { apiId, stageName })?.throttle?.[part];
  const id = `plan/${plan.id}/${key.id}`;
  const limits = [
    [`${id}/${apiId}/${stageName}${part}`, own],
    [id, plan.throttle],
  ] as const;
  return limits.every(
    ([bucket, limit]) =>
      !limit ||
      throttle.take(bucket, {
        ratePerSecond: limit.rateLimit ?? accountLimit.ratePerSecond,
        burst: limit.burstLimit ?? accountLimit.burst,
      }),
  );
}

const dayMs = 86_400_000;

/** Counts the request in the key's period. What is left is kept with the days, where it can be raised by hand. */
export function isWithinQuota(directory: PlanDirectory, { plan, key }: PlannedKey, nowMs: number): boolean {
  const limit = plan.quota?.limit;
  const today = dayOf(nowMs);
  const first = plan.quota ? periodStart(plan.quota, nowMs) : today;
  const last = directory.lastUsage(plan.id, key.id, first);
  const remaining = limit === undefined ? undefined : (last?.remaining ?? limit);
  if (remaining !== undefined && remaining <= 0) return false;
  const used = last?.day === today ? last.used : 0;
  directory.saveUsage(plan.id, {
    keyId: key.id,
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
