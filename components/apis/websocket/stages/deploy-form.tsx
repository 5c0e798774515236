'use client';

import { useTranslations } from 'use-intl/react';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { deploySocketApiAction } from '@/lib/actions/websocket-apis/deploy';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { routes, type Place } from '@/lib/routes';

/** "Deploy API": what the routes are now becomes what a stage serves. */
export function DeployForm(props: {
  place: Place;
  apiId: string;
  stages: readonly string[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('socketApi');
  const { place, apiId, stages } = props;
  const state = useFields<'stage' | 'description'>({
    values: { stage: '', description: '' },
    revisionId: undefined,
    readAt: '',
  });
  const { values } = state;
  return (
    <FieldsForm
      isNew
      state={state}
      specs={[
        {
          name: 'stage',
          label: t('stage'),
          hint: stages.length > 0 ? `${t('stageHint')} (${stages.join(', ')})` : t('stageHint'),
          control: 'text',
          mono: true,
        },
        { name: 'description', label: t('description'), control: 'text', optional: true },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'apigatewayv2',
            'create-deployment',
            {
              'api-id': apiId,
              description: values.description || undefined,
              'stage-name': stages.includes(values.stage) ? values.stage : undefined,
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => deploySocketApiAction({ place, apiId, values })}
      href={routes.webSocketApi(place, apiId, 'stages')}
      doneFlash={{ kind: 'success', title: t('deployed', { stage: values.stage }) }}
    />
  );
}
