import type { GetUsageRequest, PatchOperation, Usage } from '@aws-sdk/client-api-gateway';
import type { RequestContext } from '../service.ts';
import { badRequest } from './errors.ts';
import type { RestApiParts } from './parts.ts';
import type { StoredUsagePlan } from './records.ts';

const dayMs = 86_400_000;
/** Longer ranges are refused: the answer holds a pair of numbers a day and key. */
const daysMax = 366;

/** For each key a pair `[used, remaining]` a day; days without a request repeat what was left. */
export function showUsage(
  parts: RestApiParts,
  place: Pick<RequestContext, 'accountId' | 'region'>,
  plan: StoredUsagePlan,
  { startDate = '', endDate = '', keyId }: GetUsageRequest,
): Usage {
  const firstMs = readDay(startDate);
  const lastMs = readDay(endDate);
  if (lastMs < firstMs || (lastMs - firstMs) / dayMs >= daysMax)
    throw badRequest('Invalid date range: the end must follow the start, by a year at most');
  const days = Array.from({ length: (lastMs - firstMs) / dayMs + 1 }, (_unused, index) =>
    new Date(firstMs + index * dayMs).toISOString().slice(0, 10),
  );
  const known = new Map(
    parts.usage.list(plan.id, startDate, endDate).map((row) => [`${row.keyId} ${row.day}`, row]),
  );
  const members = parts.items.planKeys
    .list(place)
    .filter((member) => member.planId === plan.id && (keyId === undefined || member.keyId === keyId));
  const items: Record<string, number[][]> = {};
  for (const member of members) {
    let remaining = plan.quota?.limit ?? 0;
    items[member.keyId] = days.map((day) => {
      const row = known.get(`${member.keyId} ${day}`);
      remaining = row?.remaining ?? remaining;
      return [row?.used ?? 0, remaining];
    });
  }
  return { usagePlanId: plan.id, startDate, endDate, items };
}

function readDay(text: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw badRequest(`Invalid date '${text}': it is written YYYY-MM-DD`);
  return ms;
}

/** `replace /remaining`: what the key has left from now on. */
export function extendQuota(
  parts: RestApiParts,
  plan: StoredUsagePlan,
  keyId: string,
  operations: readonly PatchOperation[] | undefined,
): Usage {
  if (plan.quota?.limit === undefined)
    throw badRequest('Usage Plan has no quota: there is nothing to extend.');
  const day = new Date(parts.clock.now()).toISOString().slice(0, 10);
  let remaining = plan.quota.limit;
  for (const { op, path, value } of operations ?? []) {
    const number = Number(value);
    if (op !== 'replace' || path !== '/remaining') throw badRequest(`Invalid patch path ${path ?? ''}`);
    if (!Number.isInteger(number) || number < 0) throw badRequest('Invalid remaining quota specified');
    remaining = number;
  }
  const used = parts.usage.list(plan.id, day, day).find((row) => row.keyId === keyId)?.used ?? 0;
  parts.usage.put(plan.id, { keyId, day, used, remaining });
  return { usagePlanId: plan.id, startDate: day, endDate: day, items: { [keyId]: [[used, remaining]] } };
}
