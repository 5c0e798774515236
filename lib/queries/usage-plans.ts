import 'server-only';
import {
  GetUsageCommand,
  GetUsagePlanCommand,
  paginateGetUsagePlanKeys,
  paginateGetUsagePlans,
  type UsagePlan,
} from '@aws-sdk/client-api-gateway';
import type { Basis } from '@/lib/domain/basis';
import type { ConsoleError } from '@/lib/domain/console-error';
import { usagePlanFromOutput, type UsagePlanTexts } from '@/lib/forms/usage-plans';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

export interface PlanStage {
  readonly apiId: string;
  readonly stage: string;
  /** Limits of single methods, by `/path/METHOD`. */
  readonly throttles: readonly { readonly method: string; readonly rate: number; readonly burst: number }[];
}

export interface UsagePlanView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly throttle: { readonly rate: number; readonly burst: number } | undefined;
  readonly quota: { readonly limit: number; readonly period: string; readonly offset: number } | undefined;
  readonly stages: readonly PlanStage[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface PlanKey {
  readonly id: string;
  readonly name: string;
}

const plansMax = 2_000;
const keysMax = 1_000;

function viewOf(plan: UsagePlan): UsagePlanView {
  const { throttle, quota } = plan;
  return {
    id: plan.id ?? '',
    name: plan.name ?? '',
    description: plan.description ?? '',
    throttle: throttle && { rate: throttle.rateLimit ?? 0, burst: throttle.burstLimit ?? 0 },
    quota:
      quota?.limit === undefined
        ? undefined
        : { limit: quota.limit, period: quota.period ?? '', offset: quota.offset ?? 0 },
    stages: (plan.apiStages ?? []).map(({ apiId = '', stage = '', throttle: methods = {} }) => ({
      apiId,
      stage,
      throttles: Object.entries(methods).map(([method, limits]) => ({
        method,
        rate: limits.rateLimit ?? 0,
        burst: limits.burstLimit ?? 0,
      })),
    })),
    tags: plan.tags ?? {},
  };
}

/** All usage plans, by name. */
export function listUsagePlans(
  place: Place,
): Promise<Result<{ rows: readonly UsagePlanView[]; isCut: boolean }, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetUsagePlans', async (aws) => {
    const client = await aws.apiGateway();
    const rows: UsagePlanView[] = [];
    for await (const page of paginateGetUsagePlans({ client, pageSize: 500 }, {})) {
      rows.push(...(page.items ?? []).map(viewOf));
      if (rows.length >= plansMax) break;
    }
    return { rows: rows.sort((a, b) => a.name.localeCompare(b.name)), isCut: rows.length >= plansMax };
  });
}

export function getUsagePlan(place: Place, id: string): Promise<Result<UsagePlanView, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetUsagePlan', async (aws) => {
    const client = await aws.apiGateway();
    return viewOf(await client.send(new GetUsagePlanCommand({ usagePlanId: id })));
  });
}

/** The keys of a plan, by name, without values. */
export function listPlanKeys(
  place: Place,
  id: string,
): Promise<Result<{ rows: readonly PlanKey[]; isCut: boolean }, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetUsagePlanKeys', async (aws) => {
    const client = await aws.apiGateway();
    const rows: PlanKey[] = [];
    for await (const page of paginateGetUsagePlanKeys({ client, pageSize: 500 }, { usagePlanId: id })) {
      rows.push(...(page.items ?? []).map((key) => ({ id: key.id ?? '', name: key.name ?? '' })));
      if (rows.length >= keysMax) break;
    }
    return { rows: rows.sort((a, b) => a.name.localeCompare(b.name)), isCut: rows.length >= keysMax };
  });
}

/** What the form of a plan is filled from. */
export function getUsagePlanBasis(
  place: Place,
  id: string,
): Promise<Result<Basis<UsagePlanTexts>, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetUsagePlan', async (aws) => {
    const client = await aws.apiGateway();
    const values = usagePlanFromOutput(await client.send(new GetUsagePlanCommand({ usagePlanId: id })));
    return { values, revisionId: contentRevision(values), readAt: new Date().toISOString() };
  });
}

export interface KeyUsage {
  readonly keyId: string;
  /** Requests in the range of days. */
  readonly used: number;
  readonly usedToday: number;
  /** Of the quota, at the end of the range; undefined without a quota. */
  readonly remaining: number | undefined;
}

/** Requests of each key of a plan on the last `days` days, today included (UTC). */
export function getUsage(
  place: Place,
  id: string,
  days: number,
  hasQuota: boolean,
): Promise<Result<readonly KeyUsage[], ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetUsage', async (aws) => {
    const client = await aws.apiGateway();
    const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const now = Date.now();
    const usage: KeyUsage[] = [];
    let position: string | undefined;
    do {
      const output = await client.send(
        new GetUsageCommand({
          usagePlanId: id,
          startDate: dayOf(now - (days - 1) * 86_400_000),
          endDate: dayOf(now),
          limit: 500,
          position,
        }),
      );
      for (const [keyId, rows] of Object.entries(output.items ?? {})) {
        const [usedToday = 0, remaining] = rows.at(-1) ?? [];
        const used = rows.reduce((sum, [count = 0]) => sum + count, 0);
        usage.push({ keyId, used, usedToday, remaining: hasQuota ? remaining : undefined });
      }
      position = output.position;
    } while (position !== undefined && usage.length < keysMax);
    return usage;
  });
}
