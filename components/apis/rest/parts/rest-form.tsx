'use client';

import type { ReactNode } from 'react';
import type { FieldSpec, FieldTexts } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import type { CliOptions, CliValue } from '@/lib/domain/cli-command';
import type { ActionResult } from '@/lib/domain/console-error';
import { restCommands } from '../forms/rest-snippets';

/** A form of a part of a REST API from the list of its fields, which may depend on what is typed. */
export function RestForm<Name extends string>(props: {
  start: FieldTexts<Name>;
  specsOf: (values: FieldTexts<Name>) => readonly FieldSpec<Name>[];
  isNew: boolean;
  commandOf: (
    values: FieldTexts<Name>,
  ) => readonly [operation: string, Readonly<Record<string, CliValue | undefined>>];
  cli: CliOptions;
  onSave: (values: FieldTexts<Name>) => Promise<ActionResult<unknown>>;
  href: string;
  doneTitle: (values: FieldTexts<Name>) => string;
  cannotSaveReason: string | undefined;
  /** Labels of fields whose text is not what it should be. */
  problemsOf?: (values: FieldTexts<Name>) => readonly string[];
  notesOf?: (values: FieldTexts<Name>) => ReactNode;
  /** Above the fields; may fill some of them. */
  beforeOf?: (change: (part: Partial<FieldTexts<Name>>) => void) => ReactNode;
}) {
  const state = useFields({ values: props.start, revisionId: undefined, readAt: '' });
  const { values } = state;
  return (
    <FieldsForm
      state={state}
      specs={props.specsOf(values)}
      isNew={props.isNew}
      snippets={restCommands([props.commandOf(values)], props.cli)}
      problems={props.problemsOf?.(values)}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => props.onSave(values)}
      href={props.href}
      doneFlash={{ kind: 'success', title: props.doneTitle(values) }}
      notes={props.notesOf?.(values)}
      before={props.beforeOf?.((part) => state.change(part))}
    />
  );
}
