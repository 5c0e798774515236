'use client';

import { useTranslations } from 'use-intl/react';
import { deployHttpApiAction } from '@/lib/actions/http-apis/save-stage';
import type { CliOptions } from '@/lib/domain/cli-command';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from './http-form';

/** "Deploy API" of an HTTP API: freezes what stands, for a stage that does not deploy automatically. */
export function DeployForm(props: {
  place: Place;
  apiId: string;
  /** Stages that can be moved. */
  stages: readonly string[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('httpPages.deployments');
  const { place, apiId, stages } = props;
  return (
    <HttpForm<'stage' | 'description'>
      start={{ stage: stages[0] ?? '', description: '' }}
      specsOf={() => [
        {
          name: 'stage',
          label: t('stage'),
          control: 'select',
          optional: true,
          options: stages.map((value) => ({ value, label: value })),
        },
        { name: 'description', label: t('description'), control: 'text' },
      ]}
      isNew
      commandsOf={({ stage, description }) => [
        [
          'create-deployment',
          {
            'api-id': apiId,
            'stage-name': stage || undefined,
            description: description || undefined,
          },
        ],
      ]}
      cli={props.cli}
      onSave={({ stage, description }) =>
        deployHttpApiAction({ place, apiId, description, ...(stage && { stageName: stage }) })
      }
      href={routes.httpApi(place, apiId, 'deployments')}
      doneTitle={() => t('deployed')}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
