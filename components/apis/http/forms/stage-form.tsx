'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { saveHttpStageAction } from '@/lib/actions/http-apis/save-stage';
import type { CliOptions } from '@/lib/domain/cli-command';
import { logFormats, type HttpStage } from '@/lib/domain/http-api/stage';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from './http-form';
import { pairsOf, pairsText } from './integration-specs';

type Field =
  | 'stageName'
  | 'description'
  | 'autoDeploy'
  | 'variables'
  | 'rate'
  | 'burst'
  | 'routeLimits'
  | 'detailedMetrics'
  | 'logDestination'
  | 'logFormat';
type Values = Readonly<Record<Field, string>>;

function textsOf(saved: HttpStage | undefined): Values {
  const limits = saved?.routeLimits ?? [];
  return {
    stageName: saved?.name ?? '',
    description: saved?.description ?? '',
    autoDeploy: saved && !saved.autoDeploy ? '' : 'on',
    variables: pairsText(saved?.variables ?? {}),
    rate: saved?.rate === undefined ? '' : String(saved.rate),
    burst: saved?.burst === undefined ? '' : String(saved.burst),
    routeLimits: limits
      .map(({ routeKey, rate, burst }) => `${routeKey} = ${rate ?? 0}, ${burst ?? 0}`)
      .join('\n'),
    detailedMetrics: saved?.hasDetailedMetrics ? 'on' : '',
    logDestination: saved?.logDestination ?? '',
    logFormat: saved?.logFormat || logFormats.JSON,
  };
}

/** "Create stage" of an HTTP API and its edit page; the name of one that exists stays. */
export function StageForm(props: {
  place: Place;
  apiId: string;
  saved: HttpStage | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('httpPages.stages');
  const { place, apiId, saved } = props;
  const specsOf = (values: Values): readonly FieldSpec<Field>[] => [
    ...(saved
      ? []
      : [
          {
            name: 'stageName' as const,
            label: t('name'),
            hint: t('nameHint'),
            control: 'text' as const,
            mono: true,
          },
        ]),
    { name: 'description', label: t('description'), control: 'text', optional: true },
    { name: 'autoDeploy', label: t('autoDeploy'), hint: t('autoDeployHint'), control: 'check' },
    {
      name: 'variables',
      label: t('variables'),
      hint: t('variablesHint'),
      control: 'area',
      mono: true,
      optional: true,
    },
    { name: 'rate', label: t('rate'), control: 'number', unit: '/s', optional: true },
    { name: 'burst', label: t('burst'), control: 'number', optional: true },
    {
      name: 'routeLimits',
      label: t('routeLimits'),
      hint: t('routeLimitsHint'),
      control: 'area',
      mono: true,
      optional: true,
    },
    { name: 'detailedMetrics', label: t('metrics'), control: 'check' },
    {
      name: 'logDestination',
      label: t('logDestination'),
      hint: t('logDestinationHint'),
      control: 'text',
      mono: true,
      optional: true,
    },
    ...(values.logDestination.trim() === ''
      ? []
      : [
          {
            name: 'logFormat' as const,
            label: t('logFormat'),
            hint: t('logFormatHint'),
            control: 'area' as const,
            mono: true,
          },
        ]),
  ];
  const nameOf = (values: Values) => saved?.name ?? values.stageName.trim();
  return (
    <HttpForm<Field>
      start={textsOf(saved)}
      specsOf={specsOf}
      isNew={saved === undefined}
      commandsOf={(values) => [
        [
          saved ? 'update-stage' : 'create-stage',
          {
            'api-id': apiId,
            'stage-name': nameOf(values),
            [values.autoDeploy === 'on' ? 'auto-deploy' : 'no-auto-deploy']: true,
            description: values.description || undefined,
            'stage-variables': values.variables.trim() ? pairsOf(values.variables) : undefined,
            'default-route-settings': {
              DetailedMetricsEnabled: values.detailedMetrics === 'on',
              ...(values.rate.trim() !== '' && { ThrottlingRateLimit: Number(values.rate) }),
              ...(values.burst.trim() !== '' && { ThrottlingBurstLimit: Number(values.burst) }),
            },
            'access-log-settings': values.logDestination.trim()
              ? { DestinationArn: values.logDestination, Format: values.logFormat }
              : undefined,
          },
        ],
      ]}
      cli={props.cli}
      onSave={({ stageName: _name, variables, ...values }) =>
        saveHttpStageAction({
          place,
          apiId,
          isNew: saved === undefined,
          stageName: saved?.name ?? _name,
          values: { ...values, variables: Object.entries(pairsOf(variables)) },
        })
      }
      href={routes.httpApi(place, apiId, 'stages')}
      doneTitle={(values) => t('saved', { name: nameOf(values) })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
