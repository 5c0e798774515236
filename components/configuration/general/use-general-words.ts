'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import type { SnapStartObstacle } from '@/lib/domain/snap-start';
import type { GeneralField, GeneralValues } from '@/lib/forms/general';

/** Labels and values of General configuration in words with units. */
export function useGeneralWords() {
  const t = useTranslations('configuration');
  const format = useFormatter();
  return {
    label: (field: GeneralField) => t(`general.field.${field}`),
    value(field: GeneralField, value: GeneralValues[GeneralField]): string {
      if (typeof value === 'string') {
        if (field === 'role') return value.split(':role/')[1] ?? value;
        return field === 'snapStart' && value === 'None' ? t('none') : value;
      }
      if (Number.isNaN(value)) return '?';
      return field === 'timeoutSeconds'
        ? t('general.minSec', { min: Math.floor(value / 60), sec: value % 60 })
        : `${format.number(value)} MB`;
    },
    snapStartHint: (obstacle: SnapStartObstacle | undefined, runtime: string | undefined) =>
      obstacle === 'runtime'
        ? t('general.snapStartRuntime', { runtime: runtime ?? '' })
        : obstacle === 'ephemeral-storage'
          ? t('general.snapStartStorage')
          : t('general.snapStartHint'),
  };
}
