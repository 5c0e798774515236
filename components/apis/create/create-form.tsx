'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FieldSpec, FieldTexts } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { cliCommand, type CliOptions, type CliValue } from '@/lib/domain/cli-command';
import type { ActionResult } from '@/lib/domain/console-error';
import { routes, type Place } from '@/lib/routes';

export type Command = readonly [
  service: 'apigateway' | 'apigatewayv2' | 'lambda',
  operation: string,
  parameters: Readonly<Record<string, CliValue | undefined>>,
];

/** A form that makes an API from the list of its fields, and leads to it. */
export function CreateForm<Name extends string>(props: {
  place: Place;
  start: FieldTexts<Name | 'name'>;
  specsOf: (values: FieldTexts<Name | 'name'>) => readonly FieldSpec<Name | 'name'>[];
  commandsOf: (values: FieldTexts<Name | 'name'>) => readonly Command[];
  cli: CliOptions;
  onSave: (values: FieldTexts<Name | 'name'>) => Promise<ActionResult<{ readonly id: string }>>;
  notes?: ReactNode;
}) {
  const t = useTranslations('createApi');
  const { place } = props;
  const state = useFields<Name | 'name'>({ values: props.start, revisionId: undefined, readAt: '' });
  const { values } = state;
  const text = props
    .commandsOf(values)
    .map(([service, operation, parameters]) => cliCommand(service, operation, parameters, props.cli))
    .join('\n\n');
  return (
    <FieldsForm
      state={state}
      specs={props.specsOf(values)}
      isNew
      snippets={[{ id: 'cli', label: 'AWS CLI', text }]}
      cannotSaveReason={undefined}
      onSave={() => props.onSave(values)}
      href={routes.apis(place)}
      doneHref={(data) => routes.gatewayApi(place, (data as { readonly id: string }).id)}
      doneFlash={{ kind: 'success', title: t('created', { name: values.name }) }}
      notes={props.notes}
    />
  );
}
