'use client';

import { useTranslations } from 'use-intl/react';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { updateScalingAction } from '@/lib/actions/functions/update-scaling';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { ScalingField, ScalingTexts } from '@/lib/forms/function-scaling';
import type { Basis } from '@/lib/queries/configuration';
import { routes, withQuery, type Place } from '@/lib/routes';

/** "Edit execution environments" of one published version. */
export function ScalingForm(props: {
  place: Place;
  functionName: string;
  qualifier: string;
  latest: Basis<ScalingTexts>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('capacity');
  const { place, functionName, qualifier } = props;
  const state = useFields<ScalingField>(props.latest);
  const { values } = state;
  return (
    <FieldsForm
      state={state}
      specs={[
        { name: 'min', label: t('onFunction.min'), hint: t('onFunction.boundsHint'), control: 'number' },
        { name: 'max', label: t('onFunction.max'), control: 'number' },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'put-function-scaling-config',
            {
              'function-name': functionName,
              qualifier,
              'function-scaling-config': {
                MinExecutionEnvironments: Number(values.min),
                MaxExecutionEnvironments: Number(values.max),
              },
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updateScalingAction({
          place,
          functionName,
          qualifier,
          revisionId: state.basis.revisionId,
          values,
        })
      }
      href={withQuery(routes.configuration(place, functionName, 'capacity-provider'), { qualifier })}
      doneFlash={{ kind: 'success', title: t('saved', { name: `${functionName}:${qualifier}` }) }}
    />
  );
}
