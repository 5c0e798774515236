'use client';

import { useTranslations } from 'use-intl/react';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { bulkKinds, bulkLimits, retentionDays, type BulkKind } from '@/lib/domain/bulk-change';
import type { RuntimeFacts } from '@/lib/domain/runtimes';
import type { BulkDraft } from './bulk-draft';

/** Which change, and to what. */
export function ChangeFields(props: {
  draft: BulkDraft;
  runtimes: readonly RuntimeFacts[];
  onChange: (part: Partial<BulkDraft>) => void;
}) {
  const { draft, onChange } = props;
  const t = useTranslations('bulk');
  return (
    <div className="flex max-w-form flex-col gap-field">
      <SelectField
        label={t('change')}
        value={draft.kind}
        onValueChange={(kind) => onChange({ kind: kind as BulkKind })}
        options={bulkKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {draft.kind === 'runtime' && (
        <SelectField
          label={t('runtime')}
          placeholder={t('choose')}
          value={draft.runtime}
          onValueChange={(runtime) => onChange({ runtime })}
          options={props.runtimes.map(({ identifier, label }) => ({
            value: identifier,
            label,
            detail: identifier,
          }))}
        />
      )}
      {draft.kind === 'memory' && (
        <NumberField
          label={t('memory')}
          unit="MB"
          hint={t('memoryHint', { min: bulkLimits.memoryMbMin, max: bulkLimits.memoryMbMax })}
          value={draft.memory}
          onChange={(event) => onChange({ memory: event.target.value })}
        />
      )}
      {draft.kind === 'timeout' && (
        <NumberField
          label={t('timeout')}
          unit="s"
          hint={t('timeoutHint', { max: bulkLimits.timeoutSecondsMax })}
          value={draft.timeout}
          onChange={(event) => onChange({ timeout: event.target.value })}
        />
      )}
      {(draft.kind === 'tag' || draft.kind === 'untag') && (
        <TextField
          label={t('key')}
          hint={t('keyHint')}
          value={draft.key}
          onChange={(event) => onChange({ key: event.target.value })}
        />
      )}
      {draft.kind === 'tag' && (
        <TextField
          label={t('value')}
          optional
          value={draft.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      )}
      {draft.kind === 'retention' && (
        <SelectField
          label={t('retention')}
          value={draft.retention}
          onValueChange={(retention) => onChange({ retention })}
          options={[
            { value: 'never', label: t('never') },
            ...retentionDays.map((days) => ({ value: String(days), label: t('days', { days }) })),
          ]}
        />
      )}
    </div>
  );
}
