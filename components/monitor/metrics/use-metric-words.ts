'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import type { MetricUnit } from '@/lib/domain/metrics';
import { useReaderZone } from '../reader-zone';

/** Figures and times of graphs in the reader's language and zone. */
export function useMetricWords() {
  const t = useTranslations('metrics');
  const format = useFormatter();
  const timeZone = useReaderZone();
  const figure = (value: number | null | undefined, unit: MetricUnit): string => {
    if (value === null || value === undefined) return t('gap');
    const digits = value !== 0 && Math.abs(value) < 10 ? 2 : value < 100 && unit !== 'count' ? 1 : 0;
    const text = format.number(value, {
      maximumFractionDigits: digits,
      ...(value >= 10_000 && { notation: 'compact', maximumFractionDigits: 1 }),
    });
    if (unit === 'ms') return t('ms', { value: text });
    return unit === 'percent' ? t('percent', { value: text }) : text;
  };
  const time = (ms: number, isLong: boolean) =>
    format.dateTime(new Date(ms), {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(isLong && { month: 'short', day: 'numeric' }),
    });
  return { t, figure, time };
}
