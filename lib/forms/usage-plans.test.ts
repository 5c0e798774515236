import { describe, expect, it } from 'vitest';
import { apiKeyFromOutput, apiKeyPatch, apiKeyToInput } from './api-keys';
import { createUsagePlanSchema, usagePlanFromOutput, usagePlanPatch, usagePlanToInput } from './usage-plans';

const place = { connectionId: 'local', region: 'us-east-1' };
const gold = usagePlanFromOutput({
  name: 'Gold',
  throttle: { rateLimit: 0.5, burstLimit: 20 },
  quota: { limit: 100, period: 'WEEK', offset: 1 },
});
const none = usagePlanFromOutput({ name: 'None' });

describe('usage plans', () => {
  it('come back as they were', () => {
    expect(usagePlanToInput(gold)).toEqual({
      name: 'Gold',
      throttle: { rateLimit: 0.5, burstLimit: 20 },
      quota: { limit: 100, period: 'WEEK', offset: 1 },
    });
    expect(usagePlanToInput(none)).toEqual({ name: 'None' });
  });

  it('are changed by what differs alone', () => {
    expect(usagePlanPatch(gold, gold)).toEqual([]);
    expect(usagePlanPatch(gold, { ...gold, rate: '7', hasQuota: '' })).toEqual([
      { op: 'replace', path: '/throttle/rateLimit', value: '7' },
      { op: 'remove', path: '/quota' },
    ]);
    expect(usagePlanPatch(none, { ...gold, name: 'None' }).map(({ path }) => path)).toEqual([
      '/throttle/rateLimit',
      '/throttle/burstLimit',
      '/quota/limit',
      '/quota/period',
      '/quota/offset',
    ]);
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ rate: 'x' }, 'rate'],
    [{ burst: '1.5' }, 'burst'],
    [{ limit: '' }, 'limit'],
    [{ period: 'YEAR' }, 'period'],
    [{ offset: '-1' }, 'offset'],
  ])('refuse %j at its field', (part, field) => {
    const parsed = createUsagePlanSchema.safeParse({ place, values: { ...gold, ...part } });
    expect(parsed.error?.issues[0]?.path).toEqual(['values', field]);
  });

  it('ask for no figures of a limit that is off', () => {
    const values = { ...gold, hasThrottle: '', rate: '', burst: '', hasQuota: '', limit: '' };
    expect(createUsagePlanSchema.safeParse({ place, values }).success).toBe(true);
  });
});

describe('API keys', () => {
  const saved = apiKeyFromOutput({ name: 'a', enabled: true, value: 'secret-secret-secret' });
  it('are read without their values', () => {
    expect(saved).toEqual({ name: 'a', description: '', enabled: 'on', customerId: '', value: '' });
  });
  it('are changed by what differs alone', () => {
    expect(apiKeyPatch(saved, { ...saved, enabled: '', description: 'x' })).toEqual([
      { op: 'replace', path: '/description', value: 'x' },
      { op: 'replace', path: '/enabled', value: 'false' },
    ]);
    expect(apiKeyToInput({ ...saved, enabled: '' })).toEqual({ name: 'a', enabled: false });
  });
});
