'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { updateArnSettingAction } from '@/lib/actions/functions/update-arn-setting';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { ArnSetting } from '@/lib/forms/settings';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';

/** A setting that is one ARN: the dead-letter queue, or the key of the environment variables. */
export function ArnSettingForm(props: {
  place: Place;
  functionName: string;
  setting: ArnSetting;
  latest: Basis<{ readonly arn: string }>;
  /** What there is to choose from; any other ARN is pasted. */
  options: readonly FieldOption[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('arnSettings');
  const { place, functionName, setting } = props;
  const state = useFields<'arn'>(props.latest);
  const arn = state.values.arn.trim();
  const isQueue = setting === 'dead-letter';
  return (
    <FieldsForm
      state={state}
      specs={[
        {
          name: 'arn',
          label: t(`${setting}.label`),
          hint: t(`${setting}.hint`),
          control: 'choice',
          options: props.options,
          optional: true,
        },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'update-function-configuration',
            {
              'function-name': functionName,
              ...(isQueue ? { 'dead-letter-config': { TargetArn: arn } } : { 'kms-key-arn': arn }),
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updateArnSettingAction({
          place,
          functionName,
          setting,
          revisionId: state.basis.revisionId,
          values: state.values,
        })
      }
      href={routes.configuration(place, functionName, isQueue ? 'async-invocation' : 'environment')}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
    />
  );
}
