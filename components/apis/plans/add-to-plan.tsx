'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { addPlanKeyAction } from '@/lib/actions/usage-plans/plan-keys';
import { addPlanStageAction } from '@/lib/actions/usage-plans/plan-stages';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { routes, type Place } from '@/lib/routes';

interface AddProps {
  readonly place: Place;
  readonly planId: string;
  readonly options: readonly FieldOption[];
  readonly cli: CliOptions;
  readonly cannotSaveReason: string | undefined;
}

/** "Add stage": puts a stage of an API under a plan. */
export function AddStageForm(props: AddProps) {
  const t = useTranslations('usagePlans');
  const { place, planId } = props;
  const state = useFields<'stage'>({ values: { stage: '' }, revisionId: undefined, readAt: '' });
  const [apiId = '', stage = ''] = state.values.stage.trim().split(':');
  return (
    <FieldsForm
      isNew
      state={state}
      specs={[
        {
          name: 'stage',
          label: t('stageField'),
          hint: t('stageHint', { example: 'a1b2c3d4e5:prod' }),
          control: 'choice',
          options: props.options,
        },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'apigateway',
            'update-usage-plan',
            {
              'usage-plan-id': planId,
              'patch-operations': [{ op: 'add', path: '/apiStages', value: `${apiId}:${stage}` }],
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={async () => {
        const result = await addPlanStageAction({ place, id: planId, apiId, stage });
        if (result.ok || result.error.field !== 'apiId') return result;
        return { ...result, error: { ...result.error, field: 'stage' } };
      }}
      href={routes.usagePlans(place, planId)}
      doneFlash={{ kind: 'success', title: t('stageAdded', { stage: `${apiId}:${stage}` }) }}
    />
  );
}

/** "Add API key": lets a key use the stages of a plan. */
export function AddKeyForm(props: AddProps) {
  const t = useTranslations('usagePlans');
  const { place, planId } = props;
  const state = useFields<'keyId'>({ values: { keyId: '' }, revisionId: undefined, readAt: '' });
  const keyId = state.values.keyId.trim();
  return (
    <FieldsForm
      isNew
      state={state}
      specs={[
        { name: 'keyId', label: t('key'), hint: t('keyHint'), control: 'choice', options: props.options },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'apigateway',
            'create-usage-plan-key',
            { 'usage-plan-id': planId, 'key-id': keyId, 'key-type': 'API_KEY' },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => addPlanKeyAction({ place, id: planId, keyId })}
      href={routes.usagePlans(place, planId)}
      doneFlash={{ kind: 'success', title: t('keyAdded') }}
    />
  );
}
