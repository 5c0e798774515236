'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import type { MetricUnit } from '@/lib/domain/metrics';
import { formatBytes } from '@/lib/shared/bytes';
import { useReaderZone } from '../reader-zone';

/** Longer times are told in seconds. */
const longMs = 10_000;

/** Figures and times of graphs in the reader's language and zone. */
export function useMetricWords() {
  const t = useTranslations('metrics');
  const format = useFormatter();
  const timeZone = useReaderZone();
  const figure = (given: number | null | undefined, unit: MetricUnit): string => {
    if (given === null || given === undefined) return t('gap');
    if (unit === 'bytes') return formatBytes(given);
    const isLong = unit === 'ms' && given >= longMs;
    const value = isLong ? given / 1000 : given;
    const digits = value !== 0 && Math.abs(value) < 10 ? 2 : value < 100 && unit !== 'count' ? 1 : 0;
    const text = format.number(value, {
      maximumFractionDigits: digits,
      ...(value >= 10_000 && { notation: 'compact', maximumFractionDigits: 1 }),
    });
    if (unit === 'ms') return t(isLong ? 'seconds' : 'ms', { value: text });
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
