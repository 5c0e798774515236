'use client';

import { useFormatter } from 'use-intl/react';

/** Times and prices as the reader writes them. */
export function useFigures() {
  const format = useFormatter();
  const digits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
  return {
    ms: (value: number) => `${format.number(value, { maximumFractionDigits: digits(value) })} ms`,
    mb: (value: number) => `${format.number(value)} MB`,
    dollars: (value: number) =>
      format.number(value, {
        style: 'currency',
        currency: 'USD',
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
  };
}
