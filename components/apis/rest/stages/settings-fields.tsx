'use client';

import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { cacheStrategies, loggingLevels } from '@/lib/domain/rest-api/stage';
import { settingsProblems, type SettingsDraft } from './settings-draft';

interface FieldsProps {
  readonly draft: SettingsDraft;
  readonly onChange: (part: Partial<SettingsDraft>) => void;
}

/** How many requests are let through. */
export function ThrottlingFields({ draft, onChange }: FieldsProps) {
  const t = useTranslations('restStages');
  const problems = settingsProblems(draft);
  const error = (field: 'rate' | 'burst') => (problems.includes(field) ? t('edit.number') : undefined);
  return (
    <>
      <Switch
        label={t('edit.throttling')}
        checked={draft.isThrottled}
        onChange={(event) => onChange({ isThrottled: event.target.checked })}
      />
      {draft.isThrottled && (
        <>
          <NumberField
            label={t('rate')}
            hint={t('edit.rateHint')}
            error={error('rate')}
            step="any"
            value={draft.rate}
            onChange={(event) => onChange({ rate: event.target.value })}
          />
          <NumberField
            label={t('burst')}
            hint={t('edit.burstHint')}
            error={error('burst')}
            value={draft.burst}
            onChange={(event) => onChange({ burst: event.target.value })}
          />
        </>
      )}
    </>
  );
}

/** Whether answers are kept, for how long, and who may ask for fresh ones. */
export function CachingFields({ draft, onChange }: FieldsProps) {
  const t = useTranslations('restStages');
  const isBad = settingsProblems(draft).includes('ttl');
  return (
    <>
      <Switch
        label={t('edit.caching')}
        checked={draft.caching}
        onChange={(event) => onChange({ caching: event.target.checked })}
      />
      <p className="text-12 text-muted">{t('edit.cachingHint')}</p>
      {draft.caching && (
        <>
          <NumberField
            label={t('ttl')}
            hint={t('edit.ttlHint')}
            error={isBad ? t('edit.ttlHint') : undefined}
            value={draft.ttl}
            onChange={(event) => onChange({ ttl: event.target.value })}
          />
          <Checkbox
            label={t('edit.encrypt')}
            checked={draft.encrypted}
            onChange={(event) => onChange({ encrypted: event.target.checked })}
          />
          <Checkbox
            label={t('edit.perKey')}
            checked={draft.requireAuthorization}
            onChange={(event) => onChange({ requireAuthorization: event.target.checked })}
          />
          <SelectField
            label={t('edit.strategy')}
            options={cacheStrategies.map((value) => ({ value, label: value }))}
            value={draft.strategy}
            onValueChange={(strategy) => onChange({ strategy })}
          />
        </>
      )}
    </>
  );
}

/** What of each call is written down. */
export function LoggingFields({ draft, onChange }: FieldsProps) {
  const t = useTranslations('restStages');
  return (
    <>
      <SelectField
        label={t('logLevel')}
        options={loggingLevels.map((value) => ({ value, label: t(`levels.${value}`) }))}
        value={draft.loggingLevel}
        onValueChange={(loggingLevel) => onChange({ loggingLevel })}
      />
      <Checkbox
        label={t('dataTrace')}
        checked={draft.dataTrace}
        onChange={(event) => onChange({ dataTrace: event.target.checked })}
      />
      <Checkbox
        label={t('metrics')}
        checked={draft.metrics}
        onChange={(event) => onChange({ metrics: event.target.checked })}
      />
    </>
  );
}
