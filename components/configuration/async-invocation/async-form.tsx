'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { NumberField } from '@/components/ui/number-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { saveAsyncInvocationAction } from '@/lib/actions/functions/save-async-invocation';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { AsyncField, AsyncValues } from '@/lib/forms/async-invocation';
import { routes, withQuery, type Place } from '@/lib/routes';
import { asyncFields, fromAsyncDraft, toAsyncDraft, type AsyncDraft } from './async-draft';
import { asyncSnippets } from './async-snippets';

/** "Edit asynchronous invocation": how long events are tried, how often, and where results go. */
export function AsyncForm(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  /** What is in force: AWS's defaults when nothing is configured. */
  saved: AsyncValues;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('configuration');
  const { place, functionName, qualifier } = props;
  const [saved] = useState(props.saved);
  const [draft, setDraft] = useState(() => toAsyncDraft(saved));
  const [refusal, setRefusal] = useState<{ field: AsyncField; message: string }>();

  const values = fromAsyncDraft(draft);
  const isAgeBad = Number.isNaN(values.maxAgeSeconds);
  const change = (part: Partial<AsyncDraft>) => {
    setDraft((current) => ({ ...current, ...part }));
    setRefusal(undefined);
  };
  const label = (field: AsyncField) => t(`async-invocation.field.${field}`);
  const words = (field: AsyncField, value: string | number) =>
    field !== 'maxAgeSeconds'
      ? String(value)
      : Number.isNaN(value)
        ? '?'
        : t('async-invocation.age', {
            hours: Math.floor(Number(value) / 3_600),
            minutes: Math.floor((Number(value) % 3_600) / 60),
            seconds: Number(value) % 60,
          });
  const errorOf = (field: AsyncField) => (refusal?.field === field ? refusal.message : undefined);
  const undo = (field: AsyncField) =>
    change(toAsyncDraft({ ...readable(values, saved), [field]: saved[field] }));
  const href = withQuery(routes.configuration(place, functionName, 'async-invocation'), { qualifier });
  const isAgeChanged = values.maxAgeSeconds !== saved.maxAgeSeconds;

  return (
    <FormFrame
      changes={asyncFields
        .filter((field) => values[field] !== saved[field])
        .map((field) => ({
          id: field,
          label: label(field),
          from: words(field, saved[field]),
          to: words(field, values[field]),
          onUndo: () => undo(field),
        }))}
      snippets={isAgeBad ? [] : asyncSnippets(functionName, values, { qualifier, cli: props.cli })}
      problems={isAgeBad ? [label('maxAgeSeconds')] : []}
      refusedFields={refusal ? [label(refusal.field)] : []}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => change(toAsyncDraft(saved))}
      onSave={() => saveAsyncInvocationAction({ place, functionName, qualifier, values })}
      onRefused={(error) => {
        const field = asyncFields.find((known) => known === error.field);
        if (!field) return false;
        setRefusal({ field, message: error.message });
        return true;
      }}
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
    >
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-4 font-medium">{label('maxAgeSeconds')}</legend>
        <div className="grid grid-cols-3 gap-12">
          {(['hours', 'minutes', 'seconds'] as const).map((part) => (
            <NumberField
              key={part}
              label={t(`async-invocation.${part}`)}
              name={part}
              min={0}
              changed={isAgeChanged}
              error={part === 'seconds' && isAgeBad ? t('general.notWhole') : undefined}
              value={draft[part]}
              onChange={(event) => change({ [part]: event.target.value })}
            />
          ))}
        </div>
        <p className="text-12 text-muted">{t('async-invocation.ageHint')}</p>
        {errorOf('maxAgeSeconds') && (
          <p role="alert" className="text-12 text-danger-text">
            {errorOf('maxAgeSeconds')}
          </p>
        )}
      </fieldset>
      <SelectField
        label={label('retries')}
        name="retries"
        className="max-w-menu"
        hint={t('async-invocation.retriesHint')}
        changed={values.retries !== saved.retries}
        error={errorOf('retries')}
        options={['0', '1', '2'].map((value) => ({ value, label: value }))}
        value={draft.retries}
        onValueChange={(retries) => change({ retries })}
      />
      {(['onSuccess', 'onFailure'] as const).map((field) => (
        <TextField
          key={field}
          label={label(field)}
          name={field}
          mono
          optional
          hint={t(`async-invocation.${field}Hint`)}
          changed={values[field] !== saved[field]}
          error={errorOf(field)}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      ))}
    </FormFrame>
  );
}

/** An age that cannot be read must not spread to the other fields. */
function readable(values: AsyncValues, saved: AsyncValues): AsyncValues {
  return Number.isNaN(values.maxAgeSeconds) ? { ...values, maxAgeSeconds: saved.maxAgeSeconds } : values;
}
