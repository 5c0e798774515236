'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Note } from '@/components/ui/note';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { updateConcurrencyAction } from '@/lib/actions/functions/update-concurrency';
import type { CliOptions } from '@/lib/domain/cli-command';
import { reservableMax, unreservedMin, type AccountConcurrency } from '@/lib/domain/concurrency';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';
import { ConflictPanel } from '@/components/patterns/fields/conflict-panel';
import { useBasis } from '@/components/patterns/fields/use-basis';
import { concurrencySnippets } from './concurrency-snippets';

interface Draft {
  readonly use: 'unreserved' | 'reserve';
  readonly reserved: string;
}

const toDraft = (reserved: number | null): Draft =>
  reserved === null ? { use: 'unreserved', reserved: '' } : { use: 'reserve', reserved: String(reserved) };

/** A whole number, null without a reservation, NaN for what is neither. */
function fromDraft({ use, reserved }: Draft): number | null {
  if (use === 'unreserved') return null;
  return /^\d{1,6}$/.test(reserved.trim()) ? Number(reserved) : Number.NaN;
}

/** "Edit concurrency": a part of the account's concurrency for this function alone, or none. */
export function ConcurrencyForm(props: {
  place: Place;
  functionName: string;
  latest: Basis<{ readonly reserved: number | null }>;
  /** Undefined where the endpoint does not say. */
  account: AccountConcurrency | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('configuration');
  const { place, functionName, account } = props;
  const { basis, newer, moveTo, markSaved, takesConflict } = useBasis(props.latest);
  const saved = basis.values.reserved;
  const [draft, setDraft] = useState(() => toDraft(saved));
  const [refusal, setRefusal] = useState<string>();

  const value = fromDraft(draft);
  const isUnreadable = Number.isNaN(value);
  const isChanged = value !== saved;
  const change = (part: Partial<Draft>) => {
    setDraft((current) => ({ ...current, ...part }));
    setRefusal(undefined);
  };
  const words = (reserved: number | null) =>
    reserved === null
      ? t('concurrency.useUnreserved')
      : Number.isNaN(reserved)
        ? '?'
        : t('concurrency.reserves', { count: reserved });
  const label = t('concurrency.reserved');
  const sectionHref = routes.configuration(place, functionName, 'concurrency');

  return (
    <FormFrame
      changes={
        isChanged
          ? [
              {
                id: 'reserved',
                label: t('concurrency.function'),
                from: words(saved),
                to: words(value),
                onUndo: () => change(toDraft(saved)),
              },
            ]
          : []
      }
      snippets={isUnreadable ? [] : concurrencySnippets(functionName, value, props.cli)}
      problems={isUnreadable ? [label] : []}
      refusedFields={refusal === undefined ? [] : [label]}
      cannotSaveReason={props.cannotSaveReason ?? (newer && t('conflict.settleFirst'))}
      onReset={() => change(toDraft(saved))}
      onSave={async () => {
        const result = await updateConcurrencyAction({ place, functionName, before: saved, after: value });
        if (result.ok) markSaved();
        return result;
      }}
      onRefused={(error) => {
        if (takesConflict(error)) return true;
        // There is one field: what AWS calls invalid is about it.
        if (error.kind !== 'invalid') return false;
        setRefusal(error.message);
        return true;
      }}
      cancelHref={sectionHref}
      doneHref={sectionHref}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
      notes={value === 0 && <Note tone="warning">{t('concurrency.zeroText')}</Note>}
      footNote={
        newer && (
          <ConflictPanel
            differences={[
              {
                label: t('concurrency.function'),
                theirs: words(newer.values.reserved),
                mine: isChanged ? words(value) : undefined,
              },
            ]}
            onReload={() => {
              setDraft(toDraft(newer.values.reserved));
              moveTo(newer);
            }}
            onKeepMine={() => moveTo(newer)}
          />
        )
      }
    >
      <RadioGroup
        legend={t('concurrency.function')}
        name="use"
        value={draft.use}
        onValueChange={(use) => change({ use })}
        options={[
          {
            value: 'unreserved',
            label: t('concurrency.useUnreserved'),
            description: account
              ? t('concurrency.unreservedDetail', { count: account.unreserved + (saved ?? 0) })
              : t('concurrency.unreservedUnknown'),
          },
          {
            value: 'reserve',
            label: t('concurrency.reserve'),
            description: t('concurrency.reserveDetail'),
          },
        ]}
      />
      {draft.use === 'reserve' && (
        <NumberField
          label={label}
          name="reserved"
          min={0}
          hint={
            account
              ? t('concurrency.reservedHint', {
                  max: reservableMax(account, saved ?? undefined),
                  kept: unreservedMin,
                })
              : t('concurrency.reservedHintUnknown', { kept: unreservedMin })
          }
          changed={isChanged}
          error={isUnreadable && draft.reserved !== '' ? t('general.notWhole') : refusal}
          value={draft.reserved}
          onChange={(event) => change({ reserved: event.target.value })}
        />
      )}
    </FormFrame>
  );
}
