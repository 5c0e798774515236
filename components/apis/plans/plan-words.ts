import type { getTranslator } from '@/lib/i18n/server';
import type { UsagePlanView } from '@/lib/queries/usage-plans';

type Translator = Awaited<ReturnType<typeof getTranslator<'usagePlans'>>>;

/** Throttle and quota of a plan in a few words. */
export function planWords(t: Translator) {
  return {
    throttleText: ({ throttle }: UsagePlanView) =>
      throttle ? t('throttleOf', { rate: throttle.rate, burst: throttle.burst }) : t('unlimited'),
    quotaText: ({ quota }: UsagePlanView) => {
      if (!quota) return t('unlimited');
      const key = `periodWords.${quota.period as 'DAY'}` as const;
      return t('quotaOf', { limit: quota.limit, period: t.has(key) ? t(key) : quota.period });
    },
  };
}
