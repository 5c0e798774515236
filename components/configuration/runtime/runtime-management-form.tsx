'use client';

import { useTranslations } from 'use-intl/react';
import { updateRuntimeManagementAction } from '@/lib/actions/functions/update-runtime-management';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { ManagementField, ManagementTexts } from '@/lib/forms/runtime';
import type { Basis } from '@/lib/queries/configuration';
import { routes, withQuery, type Place } from '@/lib/routes';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';

/** "Edit runtime management configuration": when AWS may change the runtime's own version. */
export function RuntimeManagementForm(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  latest: Basis<ManagementTexts>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('codeSettings');
  const { place, functionName, qualifier } = props;
  const state = useFields<ManagementField>(props.latest);
  const { values } = state;
  const isManual = values.updateOn === 'Manual';
  const specs: readonly FieldSpec<ManagementField>[] = [
    {
      name: 'updateOn',
      label: t('management.update'),
      control: 'radio',
      options: [
        { value: 'Auto', label: t('management.Auto'), detail: t('management.autoText') },
        {
          value: 'FunctionUpdate',
          label: t('management.FunctionUpdate'),
          detail: t('management.functionUpdateText'),
        },
        { value: 'Manual', label: t('management.Manual'), detail: t('management.manualText') },
      ],
    },
    ...(isManual
      ? [
          {
            name: 'versionArn',
            label: t('runtime.versionArn'),
            hint: t('management.versionArnHint'),
            control: 'text',
            mono: true,
          } as const,
        ]
      : []),
  ];
  return (
    <FieldsForm
      state={state}
      specs={specs}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'put-runtime-management-config',
            {
              'function-name': functionName,
              qualifier,
              'update-runtime-on': values.updateOn,
              'runtime-version-arn': isManual ? values.versionArn.trim() : undefined,
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updateRuntimeManagementAction({
          place,
          functionName,
          qualifier,
          revisionId: state.basis.revisionId,
          values,
        })
      }
      href={withQuery(routes.functionTab(place, functionName, 'code'), { qualifier })}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
    />
  );
}
