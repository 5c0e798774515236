'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { updateFunctionSigningAction } from '@/lib/actions/functions/update-signing';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';

/** "Edit code signing": which configuration the function has, if any. */
export function FunctionSigningForm(props: {
  place: Place;
  functionName: string;
  latest: Basis<{ readonly arn: string }>;
  configs: readonly FieldOption[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('signing');
  const { place, functionName } = props;
  const state = useFields<'arn'>(props.latest);
  const arn = state.values.arn;
  return (
    <FieldsForm
      state={state}
      specs={[
        {
          name: 'arn',
          label: t('onFunction.field'),
          hint: t('onFunction.fieldHint'),
          control: 'choice',
          options: props.configs,
          optional: true,
        },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: arn
            ? cliCommand(
                'lambda',
                'put-function-code-signing-config',
                { 'function-name': functionName, 'code-signing-config-arn': arn },
                props.cli,
              )
            : cliCommand(
                'lambda',
                'delete-function-code-signing-config',
                { 'function-name': functionName },
                props.cli,
              ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updateFunctionSigningAction({
          place,
          functionName,
          revisionId: state.basis.revisionId,
          values: state.values,
        })
      }
      href={routes.configuration(place, functionName, 'code-signing')}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
    />
  );
}
