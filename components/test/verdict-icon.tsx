'use client';

import { CircleCheck, CircleSlash, CircleX } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import type { RunSummary } from '@/lib/domain/test-run';

/** How a run went, as a sign with its word. */
export function VerdictIcon({ verdict }: { verdict: RunSummary['verdict'] }) {
  const t = useTranslations('test');
  const common = { role: 'img', size: 16, strokeWidth: 1.75 } as const;
  if (verdict === 'cancelled') {
    return <CircleSlash {...common} aria-label={t('cancelled')} className="shrink-0 text-neutral-solid" />;
  }
  return verdict === 'succeeded' ? (
    <CircleCheck {...common} aria-label={t('succeeded')} className="shrink-0 text-success-solid" />
  ) : (
    <CircleX {...common} aria-label={t('failed')} className="shrink-0 text-danger-solid" />
  );
}
