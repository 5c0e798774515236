'use client';

import { useTranslations } from 'use-intl/react';
import { TextField } from '@/components/ui/text-field';
import type { RunSettings } from '@/lib/domain/test-run';

export interface RunFieldTexts {
  readonly tenantId: string;
  /** A run was tried without it. */
  readonly isTenantMissing: boolean;
  readonly executionName: string;
}

export const noRunFields: RunFieldTexts = { tenantId: '', isTenantMissing: false, executionName: '' };

/** The fields as the settings of a run. */
export function settingsOf(fields: RunFieldTexts, { isDurable }: { isDurable: boolean }) {
  return {
    tenantId: fields.tenantId || undefined,
    durable: isDurable ? { executionName: fields.executionName } : undefined,
  };
}

/** The fields that a run was made with. */
export function fieldsOf({ tenantId = '', durable }: RunSettings): RunFieldTexts {
  return { tenantId, executionName: durable?.executionName ?? '', isTenantMissing: false };
}

/**
 * What some functions are run with beside an event: whom it is for, without which functions that keep tenants apart do
 * not run, and the name of the execution that a durable one begins.
 */
export function RunFields(props: {
  isTenantIsolated: boolean;
  isDurable: boolean;
  fields: RunFieldTexts;
  onChange: (fields: RunFieldTexts) => void;
}) {
  const t = useTranslations('test');
  const { fields, onChange } = props;
  if (!props.isTenantIsolated && !props.isDurable) return null;
  return (
    <div className="flex flex-col gap-8 border-t border-edge px-16 py-8">
      {props.isTenantIsolated && (
        <TextField
          label={t('tenantId')}
          hint={t('tenantIdHint')}
          error={fields.isTenantMissing ? t('tenantIdMissing') : undefined}
          value={fields.tenantId}
          maxLength={256}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...fields, tenantId: event.target.value, isTenantMissing: false })}
        />
      )}
      {props.isDurable && (
        <TextField
          label={t('executionName')}
          hint={t('executionNameHint')}
          optional
          value={fields.executionName}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...fields, executionName: event.target.value })}
        />
      )}
    </div>
  );
}
