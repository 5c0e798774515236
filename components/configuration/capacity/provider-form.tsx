'use client';

import { useTranslations } from 'use-intl/react';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { updateProviderAction } from '@/lib/actions/capacity-providers/save-provider';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { tagsOfLines } from '@/lib/domain/tag-lines';
import type { ProviderChangeField, ProviderChangeTexts } from '@/lib/forms/capacity-provider';
import type { Basis } from '@/lib/queries/configuration';
import { computeRoutes } from '@/lib/compute-routes';
import type { Place } from '@/lib/routes';
import { changeSpecs, targetProblem } from './provider-specs';

/** Flags of the AWS CLI for what can be changed, with creation and later alike. */
export function changeFlags(values: ProviderChangeTexts) {
  const { maxVCpus, scalingMode, targetCpu, propagate, propagatedTags, logGroup, logLevel } = values;
  return {
    'capacity-provider-scaling-config': {
      ...(maxVCpus.trim() && { MaxVCpuCount: Number(maxVCpus) }),
      ScalingMode: scalingMode,
      ...(scalingMode === 'Manual' && {
        ScalingPolicies: [
          {
            PredefinedMetricType: 'LambdaCapacityProviderAverageCPUUtilization',
            TargetValue: Number(targetCpu),
          },
        ],
      }),
    },
    'propagate-tags': {
      Mode: propagate,
      ...(propagate === 'Explicit' && { ExplicitTags: tagsOfLines(propagatedTags) }),
    },
    'telemetry-config':
      logGroup || logLevel
        ? {
            LoggingConfig: {
              ...(logGroup && { LogGroup: logGroup }),
              ...(logLevel && { SystemLogLevel: logLevel }),
            },
          }
        : undefined,
  };
}

/** "Edit capacity provider": what AWS lets be changed of one. */
export function ProviderForm(props: {
  place: Place;
  name: string;
  latest: Basis<ProviderChangeTexts>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('capacity');
  const { place, name } = props;
  const state = useFields<ProviderChangeField>(props.latest);
  const { values } = state;
  return (
    <FieldsForm
      state={state}
      specs={changeSpecs(t, values)}
      problems={targetProblem(values) ? [t('targetCpu')] : []}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'update-capacity-provider',
            { 'capacity-provider-name': name, ...changeFlags(values) },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => updateProviderAction({ place, name, revisionId: state.basis.revisionId, values })}
      href={computeRoutes.capacityProviders(place, name)}
      doneFlash={{ kind: 'success', title: t('saved', { name }) }}
    />
  );
}
