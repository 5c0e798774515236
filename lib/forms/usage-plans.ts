import type { CreateUsagePlanCommandInput, PatchOperation, UsagePlan } from '@aws-sdk/client-api-gateway';
import * as z from 'zod';
import { gatewayIdSchema } from './api-keys';
import { apiIdSchema } from './apis';
import { placeSchema } from './place';

export const quotaPeriods = ['DAY', 'WEEK', 'MONTH'] as const;

/** The fields of a usage plan's form; numbers as they are typed. */
export type UsagePlanField =
  'name' | 'description' | 'hasThrottle' | 'rate' | 'burst' | 'hasQuota' | 'limit' | 'period' | 'offset';
export type UsagePlanTexts = Readonly<Record<UsagePlanField, string>>;

const whole = /^\d{1,10}$/;
const values = z
  .object({
    name: z.string().trim().min(1, 'Enter a name.').max(1_024),
    description: z.string().max(1_024),
    hasThrottle: z.enum(['on', '']),
    rate: z.string().max(20),
    burst: z.string().max(20),
    hasQuota: z.enum(['on', '']),
    limit: z.string().max(20),
    period: z.string().max(20),
    offset: z.string().max(20),
  })
  .refine(({ hasThrottle, rate }) => !hasThrottle || /^\d{1,10}(\.\d{1,6})?$/.test(rate.trim()), {
    path: ['rate'],
    message: 'Enter a number of requests a second.',
  })
  .refine(({ hasThrottle, burst }) => !hasThrottle || whole.test(burst.trim()), {
    path: ['burst'],
    message: 'Enter a whole number of requests.',
  })
  .refine(({ hasQuota, limit }) => !hasQuota || whole.test(limit.trim()), {
    path: ['limit'],
    message: 'Enter a whole number of requests.',
  })
  .refine(({ hasQuota, offset }) => !hasQuota || offset.trim() === '' || whole.test(offset.trim()), {
    path: ['offset'],
    message: 'Enter a whole number of days.',
  })
  .refine(({ hasQuota, period }) => !hasQuota || quotaPeriods.some((known) => known === period), {
    path: ['period'],
    message: 'Choose a period.',
  });

export const createUsagePlanSchema = z.object({ place: placeSchema, values });
export const updateUsagePlanSchema = createUsagePlanSchema.extend({
  id: gatewayIdSchema,
  revisionId: z.string().max(64).optional(),
});
export const oneUsagePlanSchema = z.object({ place: placeSchema, id: gatewayIdSchema });
export const planStageSchema = oneUsagePlanSchema.extend({
  apiId: apiIdSchema,
  stage: z.string().regex(/^(\$default|[A-Za-z0-9_-]{1,128})$/, 'Choose a stage.'),
});
export const planKeySchema = oneUsagePlanSchema.extend({ keyId: gatewayIdSchema });
export const extendUsageSchema = planKeySchema.extend({
  remaining: z.number().int().min(0).max(2_147_483_647),
});
/** `GET /pets 10 20`: method, path, requests a second, burst. */
export const methodThrottleLine = /^([A-Z]+|\*)\s+(\/\S*)\s+(\d{1,10}(?:\.\d{1,6})?)\s+(\d{1,10})$/;
export const planThrottlesSchema = planStageSchema.extend({
  lines: z
    .array(z.string().regex(methodThrottleLine, 'Write each line as: GET /pets 10 20'))
    .max(20, 'A plan throttles at most 20 methods of a stage.'),
});

export const usagePlanMemberFields: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  rateLimit: 'rate',
  burstLimit: 'burst',
  limit: 'limit',
  period: 'period',
  offset: 'offset',
};

/** A plan as its form is filled. */
export function usagePlanFromOutput(plan: UsagePlan): UsagePlanTexts {
  const { throttle, quota } = plan;
  return {
    name: plan.name ?? '',
    description: plan.description ?? '',
    hasThrottle: throttle ? 'on' : '',
    rate: throttle?.rateLimit === undefined ? '' : String(throttle.rateLimit),
    burst: throttle?.burstLimit === undefined ? '' : String(throttle.burstLimit),
    hasQuota: quota?.limit === undefined ? '' : 'on',
    limit: quota?.limit === undefined ? '' : String(quota.limit),
    period: quota?.period ?? 'MONTH',
    offset: String(quota?.offset ?? 0),
  };
}

export function usagePlanToInput(texts: UsagePlanTexts): CreateUsagePlanCommandInput {
  return {
    name: texts.name.trim(),
    ...(texts.description && { description: texts.description }),
    ...(texts.hasThrottle && {
      throttle: { rateLimit: Number(texts.rate), burstLimit: Number(texts.burst) },
    }),
    ...(texts.hasQuota && {
      quota: {
        limit: Number(texts.limit),
        period: quotaPeriods.find((known) => known === texts.period) ?? 'MONTH',
        offset: Number(texts.offset || 0),
      },
    }),
  };
}

/** What turns a plan into what was typed. */
export function usagePlanPatch(before: UsagePlanTexts, after: UsagePlanTexts): PatchOperation[] {
  const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });
  const plain = (['name', 'description'] as const)
    .filter((name) => before[name] !== after[name].trim())
    .map((name) => replace(`/${name}`, after[name].trim()));
  const part = (flag: 'hasThrottle' | 'hasQuota', path: string, members: Record<string, UsagePlanField>) => {
    if (!after[flag]) return before[flag] ? [{ op: 'remove', path } satisfies PatchOperation] : [];
    return Object.entries(members)
      .filter(([, name]) => !before[flag] || before[name] !== after[name].trim())
      .map(([member, name]) => replace(`${path}/${member}`, after[name].trim() || '0'));
  };
  return [
    ...plain,
    ...part('hasThrottle', '/throttle', { rateLimit: 'rate', burstLimit: 'burst' }),
    // The period first: the offset is held against it.
    ...part('hasQuota', '/quota', { limit: 'limit', period: 'period', offset: 'offset' }),
  ];
}
