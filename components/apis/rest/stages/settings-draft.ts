import type { MethodSettings } from '@/lib/domain/rest-api/stage';

/** Settings of a stage or a method as they are typed. */
export interface SettingsDraft extends Omit<MethodSettings, 'burst' | 'rate' | 'ttlSeconds'> {
  readonly isThrottled: boolean;
  readonly burst: string;
  readonly rate: string;
  readonly ttl: string;
}

export function toSettingsDraft(settings: MethodSettings): SettingsDraft {
  const { burst, rate, ttlSeconds, ...others } = settings;
  const isThrottled = burst >= 0 && rate >= 0;
  return {
    ...others,
    isThrottled,
    burst: String(isThrottled ? burst : 5000),
    rate: String(isThrottled ? rate : 10_000),
    ttl: String(ttlSeconds),
  };
}

const number = (text: string, pattern: RegExp) => (pattern.test(text.trim()) ? Number(text) : Number.NaN);

/** What is typed as settings; what is no number is NaN. */
export function fromSettingsDraft(draft: SettingsDraft): MethodSettings {
  const { isThrottled, burst, rate, ttl, ...others } = draft;
  return {
    ...others,
    burst: isThrottled ? number(burst, /^\d{1,9}$/) : -1,
    rate: isThrottled ? number(rate, /^\d{1,9}(\.\d+)?$/) : -1,
    ttlSeconds: number(ttl, /^\d{1,6}$/),
  };
}

/** Fields whose text is no number that AWS takes. */
export function settingsProblems(draft: SettingsDraft): readonly ('burst' | 'rate' | 'ttl')[] {
  const { burst, rate, ttlSeconds } = fromSettingsDraft(draft);
  const problems: ('burst' | 'rate' | 'ttl')[] = [];
  if (Number.isNaN(rate)) problems.push('rate');
  if (Number.isNaN(burst)) problems.push('burst');
  if (Number.isNaN(ttlSeconds) || ttlSeconds > 3600) problems.push('ttl');
  return problems;
}
