import type {
  ApiStage,
  CreateUsagePlanRequest,
  QuotaSettings,
  ThrottleSettings,
} from '@aws-sdk/client-api-gateway';
import type { RequestContext } from '../service.ts';
import { badRequest, conflict, limitExceeded, notFound } from './errors.ts';
import { newId } from './identifiers.ts';
import type { RestApiParts } from './parts.ts';
import { applyPatch, readNumber, text, type PatchRule } from './patch.ts';
import type { StoredPlanKey, StoredUsagePlan } from './records.ts';
import { limits } from './rules/limits.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;
const countRange = { min: 0, max: 2_147_483_647 };
/** The greatest offset of each period: the last day on which one may begin. */
const offsetMax: Readonly<Record<string, number>> = { DAY: 0, WEEK: 6, MONTH: 27 };

export function findPlanOrThrow(parts: RestApiParts, place: Place, id: string): StoredUsagePlan {
  const plan = parts.items.plans.find(place, id);
  if (!plan) throw notFound('Invalid Usage Plan ID specified');
  return plan;
}

export function findPlanKeyOrThrow(
  parts: RestApiParts,
  place: Place,
  planId: string,
  keyId: string,
): StoredPlanKey {
  findPlanOrThrow(parts, place, planId);
  const member = parts.items.planKeys.find(place, `${planId}/${keyId}`);
  if (!member) throw notFound('Invalid Usage Plan Key ID specified');
  return member;
}

export function newPlan(parts: RestApiParts, place: Place, input: CreateUsagePlanRequest): StoredUsagePlan {
  if (!input.name) throw badRequest('Usage plan name must be non-empty');
  if (parts.items.plans.list(place).length >= limits.usagePlans)
    throw limitExceeded(
      `Maximum number of usage plans for this account has been reached: ${limits.usagePlans}.`,
    );
  const plan: StoredUsagePlan = {
    id: newId(6),
    name: input.name,
    description: input.description,
    apiStages: input.apiStages ?? [],
    throttle: input.throttle,
    quota: input.quota,
    tags: input.tags ?? {},
  };
  assertPlan(parts, place, plan);
  parts.items.plans.put(place, plan.id, plan, { createdMs: parts.clock.now() });
  return plan;
}

function assertPlan(parts: RestApiParts, place: Place, plan: StoredUsagePlan): void {
  const { quota, apiStages = [] } = plan;
  if (quota) assertQuota(quota);
  for (const { apiId = '', stage = '', throttle } of apiStages) {
    if (Object.keys(throttle ?? {}).length > limits.methodThrottles)
      throw limitExceeded(`A usage plan throttles at most ${limits.methodThrottles} methods of a stage.`);
    const api = parts.repository.findApi(apiId);
    const isOurs = api?.accountId === place.accountId && api.region === place.region;
    const isThere = isOurs
      ? parts.repository.findStage(apiId, stage) !== undefined
      : parts.hasSocketStage(place, apiId, stage);
    if (!isThere)
      throw notFound(`Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${plan.id}`);
  }
}

function assertQuota({ period, limit, offset = 0 }: QuotaSettings): void {
  const last = offsetMax[period ?? ''];
  if (last === undefined)
    throw badRequest(`Usage Plan quota period must be one of ${Object.keys(offsetMax).join(', ')}`);
  if (limit === undefined || !Number.isInteger(limit) || limit < 0)
    throw badRequest('Usage Plan quota limit must be a whole number of requests, 0 at least');
  if (!Number.isInteger(offset) || offset < 0 || offset > last)
    throw badRequest(`Usage Plan quota offset of a period ${period} must be between 0 and ${last}`);
}

/** A key is in one plan of a stage at most. */
export function addPlanKey(parts: RestApiParts, place: Place, plan: StoredUsagePlan, keyId: string): void {
  const { planKeys, plans } = parts.items;
  if (planKeys.find(place, `${plan.id}/${keyId}`))
    throw conflict('Usage Plan already has this key: ' + keyId);
  const stages = new Set((plan.apiStages ?? []).map(({ apiId, stage }) => `${apiId}/${stage}`));
  for (const member of planKeys.list(place)) {
    if (member.keyId !== keyId) continue;
    const others = plans.find(place, member.planId)?.apiStages ?? [];
    const shared = others.find(({ apiId, stage }) => stages.has(`${apiId}/${stage}`));
    if (shared) {
      throw conflict(
        `API key ${keyId} is in another usage plan of the same stage ${shared.apiId}:${shared.stage}: ${member.planId}`,
      );
    }
  }
  planKeys.put(place, `${plan.id}/${keyId}`, { planId: plan.id, keyId }, { createdMs: parts.clock.now() });
}

const throttle = (plan: StoredUsagePlan, next: Partial<ThrottleSettings>) => {
  plan.throttle = { ...plan.throttle, ...next };
};
const quota = (plan: StoredUsagePlan, next: Partial<QuotaSettings>) => {
  plan.quota = { ...plan.quota, ...next };
};

function readRate(value: string | undefined): number {
  const rate = Number(value);
  if (value === undefined || !Number.isFinite(rate) || rate < 0)
    throw badRequest('Invalid rate limit specified');
  return rate;
}

const rules: readonly PatchRule<StoredUsagePlan>[] = [
  text('name'),
  text('description', { isRemovable: true }),
  text('productCode', { isRemovable: true }),
  {
    path: '/apiStages',
    ops: ['add', 'remove'],
    apply(plan, { op, value = '' }) {
      const [apiId, stage] = value.split(':');
      if (!apiId || !stage) throw badRequest('Invalid API stage: it is written {api}:{stage}');
      const others = (plan.apiStages ?? []).filter((one) => one.apiId !== apiId || one.stage !== stage);
      plan.apiStages = op === 'remove' ? others : [...others, { apiId, stage }];
    },
  },
  { path: '/throttle', ops: ['remove'], apply: (plan) => void (plan.throttle = undefined) },
  { path: '/quota', ops: ['remove'], apply: (plan) => void (plan.quota = undefined) },
  {
    path: '/throttle/rateLimit',
    ops: ['replace', 'add'],
    apply: (plan, { value }) => throttle(plan, { rateLimit: readRate(value) }),
  },
  {
    path: '/throttle/burstLimit',
    ops: ['replace', 'add'],
    apply: (plan, { value }) =>
      throttle(plan, { burstLimit: readNumber(value, '/throttle/burstLimit', countRange) }),
  },
  {
    path: '/quota/limit',
    ops: ['replace', 'add'],
    apply: (plan, { value }) => quota(plan, { limit: readNumber(value, '/quota/limit', countRange) }),
  },
  {
    path: '/quota/offset',
    ops: ['replace', 'add'],
    apply: (plan, { value }) =>
      quota(plan, { offset: readNumber(value, '/quota/offset', { min: 0, max: 27 }) }),
  },
  {
    path: '/quota/period',
    ops: ['replace', 'add'],
    apply: (plan, { value }) => quota(plan, { period: value as 'DAY' }),
  },
  ...(['rateLimit', 'burstLimit'] as const).map((member): PatchRule<StoredUsagePlan> => ({
    path: `/apiStages/{apiStage}/throttle/{method}/${member}`,
    ops: ['replace', 'add'],
    apply(plan, { names: [apiStage = '', method = ''], value }) {
      const [apiId, stage] = apiStage.split(':');
      const isOurs = (one: ApiStage): boolean => one.apiId === apiId && one.stage === stage;
      if (plan.apiStages?.some(isOurs) !== true)
        throw notFound(`Usage plan ${plan.id} has no API stage ${apiStage}: add it to /apiStages first`);
      plan.apiStages = plan.apiStages.map((one) => {
        if (!isOurs(one)) return one;
        const before = one.throttle?.[method];
        return { ...one, throttle: { ...one.throttle, [method]: { ...before, [member]: readRate(value) } } };
      });
    },
  })),
];

export function patchPlan(
  parts: RestApiParts,
  place: Place,
  plan: StoredUsagePlan,
  operations: Parameters<typeof applyPatch>[1],
): void {
  applyPatch(plan, operations, rules);
  assertPlan(parts, place, plan);
}
