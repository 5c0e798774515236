'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Snippet } from '../form-frame/change';
import { FormFrame } from '../form-frame/form-frame';
import type { FlashMessage } from '../flash';
import type { ActionResult } from '@/lib/domain/console-error';
import { ConflictPanel } from './conflict-panel';
import { fieldProblem, fieldWords, type FieldSpec } from './field-spec';
import { SpecField } from './spec-field';
import type { FieldsState } from './use-fields';

/** A section's form from the list of its fields: changes, problems, refusals and conflicts come with it. */
export function FieldsForm<Name extends string>(props: {
  state: FieldsState<Name>;
  /** The fields in view; a field that is not here is neither shown nor counted. */
  specs: readonly FieldSpec<Name>[];
  /** Makes something new: all that is filled in is listed, once anything was typed. */
  isNew?: boolean;
  snippets: readonly Snippet[];
  /** Further problems by label. */
  problems?: readonly string[];
  cannotSaveReason: string | undefined;
  onSave: () => Promise<ActionResult<unknown>>;
  href: string;
  /** Where a save leads when that is not where Cancel leads. */
  doneHref?: string | ((data: unknown) => string);
  doneFlash: FlashMessage;
  notes?: ReactNode;
  /** Above the fields: what kind of thing, what is not supported. */
  before?: ReactNode;
}) {
  const t = useTranslations('fields');
  const { state, specs, isNew = false } = props;
  const { values, saved, refusal, basis, newer } = state;
  const words = { on: t('on'), off: t('off') };
  const isTouched = specs.some(({ name }) => values[name] !== saved[name]);
  const told = specs.filter(({ name }) =>
    isNew ? isTouched && values[name] !== '' : values[name] !== saved[name],
  );
  const isChecked = !isNew || isTouched;
  const problemOf = (spec: FieldSpec<Name>) =>
    isChecked ? fieldProblem(spec, values[spec.name]) : undefined;
  const errorOf = (spec: FieldSpec<Name>) => {
    if (refusal?.field === spec.name) return refusal.message;
    return problemOf(spec) === 'not-whole' ? t('notWhole') : undefined;
  };
  const labelOf = (name: Name) => specs.find((spec) => spec.name === name)?.label ?? name;

  return (
    <FormFrame
      changes={told.map((spec) => ({
        id: spec.name,
        label: spec.label,
        from: isNew ? null : fieldWords(spec, saved[spec.name], words),
        to: fieldWords(spec, values[spec.name], words),
        ...(!isNew && {
          onUndo: () => state.change({ [spec.name]: saved[spec.name] } as Partial<Record<Name, string>>),
        }),
      }))}
      snippets={props.snippets}
      problems={[
        ...specs.filter((spec) => problemOf(spec) !== undefined).map(({ label }) => label),
        ...(props.problems ?? []),
      ]}
      refusedFields={refusal ? [labelOf(refusal.field)] : []}
      cannotSaveReason={props.cannotSaveReason ?? (newer ? t('settleFirst') : undefined)}
      onReset={() => state.change(saved)}
      onSave={async () => {
        const result = await props.onSave();
        if (result.ok) state.markSaved();
        return result;
      }}
      onRefused={(error) => {
        if (state.takesConflict(error)) return true;
        const spec = specs.find(({ name }) => name === error.field);
        if (!spec) return false;
        state.setRefusal({ field: spec.name, message: error.message });
        return true;
      }}
      cancelHref={props.href}
      doneHref={props.doneHref ?? props.href}
      doneFlash={props.doneFlash}
      basedOn={basis.revisionId ? { revision: basis.revisionId, readAt: basis.readAt } : undefined}
      notes={props.notes}
      footNote={
        newer && (
          <ConflictPanel
            differences={specs
              .filter(({ name }) => newer.values[name] !== saved[name])
              .map((spec) => ({
                label: spec.label,
                theirs: fieldWords(spec, newer.values[spec.name], words),
                mine:
                  values[spec.name] === saved[spec.name]
                    ? undefined
                    : fieldWords(spec, values[spec.name], words),
              }))}
            onReload={() => {
              state.change(newer.values);
              state.moveTo(newer);
            }}
            onKeepMine={() => state.moveTo(newer)}
          />
        )
      }
    >
      {props.before}
      {specs.map((spec) => (
        <SpecField
          key={spec.key ?? spec.name}
          spec={spec}
          value={values[spec.name]}
          onChange={(value) => state.change({ [spec.name]: value } as Partial<Record<Name, string>>)}
          changed={!isNew && values[spec.name] !== saved[spec.name]}
          error={errorOf(spec)}
        />
      ))}
    </FormFrame>
  );
}
