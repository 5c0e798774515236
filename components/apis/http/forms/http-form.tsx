'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FieldSpec, FieldTexts } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import type { Snippet } from '@/components/patterns/form-frame/change';
import { Note } from '@/components/ui/note';
import { cliCommand, type CliOptions, type CliValue } from '@/lib/domain/cli-command';
import type { ActionResult } from '@/lib/domain/console-error';
import type { HttpCapability } from '@/lib/domain/http-api/capability';

export type CliParameters = Readonly<Record<string, CliValue | undefined>>;

/** A form of an HTTP API from the list of its fields, which may depend on what is typed. */
export function HttpForm<Name extends string>(props: {
  start: FieldTexts<Name>;
  specsOf: (values: FieldTexts<Name>) => readonly FieldSpec<Name>[];
  isNew: boolean;
  /** The same change as commands: the operation and its parameters. */
  commandsOf: (values: FieldTexts<Name>) => readonly (readonly [operation: string, CliParameters])[];
  cli: CliOptions;
  onSave: (values: FieldTexts<Name>) => Promise<ActionResult<unknown>>;
  href: string;
  doneTitle: (values: FieldTexts<Name>) => string;
  cannotSaveReason: string | undefined;
  /** What the endpoint does not offer and the form leaves out. */
  missing?: readonly HttpCapability[];
  notesOf?: (values: FieldTexts<Name>) => ReactNode;
}) {
  const t = useTranslations('httpForms');
  const state = useFields({ values: props.start, revisionId: undefined, readAt: '' });
  const { values } = state;
  const text = props
    .commandsOf(values)
    .map(([operation, parameters]) => cliCommand('apigatewayv2', operation, parameters, props.cli))
    .join('\n\n');
  const snippets: readonly Snippet[] = text === '' ? [] : [{ id: 'cli', label: 'AWS CLI', text }];
  const missing = props.missing ?? [];
  return (
    <FieldsForm
      state={state}
      specs={props.specsOf(values)}
      isNew={props.isNew}
      snippets={snippets}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => props.onSave(values)}
      href={props.href}
      doneFlash={{ kind: 'success', title: props.doneTitle(values) }}
      notes={props.notesOf?.(values)}
      before={
        missing.length > 0 && (
          <Note tone="info" title={t('lacks')}>
            {t('lacksText', { what: missing.map((one) => t(`capability.${one}`)).join(', ') })}
          </Note>
        )
      }
    />
  );
}
