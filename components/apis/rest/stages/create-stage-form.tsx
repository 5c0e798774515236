'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { createRestStageAction } from '@/lib/actions/rest-apis/create-stage';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { RestDeployment } from '@/lib/domain/rest-api/stage';
import { restCommands } from '../forms/rest-snippets';
import type { RestTarget } from '../rest-hrefs';
import { stageHref } from '../stage-hrefs';

/** "Create stage": a further address for a deployment that is there. */
export function CreateStageForm(props: {
  target: RestTarget;
  /** The newest first. */
  deployments: readonly RestDeployment[];
  taken: readonly string[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restStages');
  const { target } = props;
  const first = props.deployments[0]?.id ?? '';
  const [name, setName] = useState('');
  const [deploymentId, setDeploymentId] = useState(first);
  const [description, setDescription] = useState('');
  const stage = name.trim();
  const isTaken = props.taken.includes(stage);
  const isBad = stage !== '' && !/^[a-zA-Z0-9_-]{1,128}$/.test(stage);
  return (
    <FormFrame
      changes={
        stage === ''
          ? []
          : [
              { id: 'name', label: t('edit.stageName'), from: null, to: stage },
              { id: 'deployment', label: t('edit.deployment'), from: null, to: deploymentId },
            ]
      }
      snippets={restCommands(
        [
          [
            'create-stage',
            {
              'rest-api-id': target.apiId,
              'stage-name': stage,
              'deployment-id': deploymentId,
              description: description.trim() || undefined,
            },
          ],
        ],
        props.cli,
      )}
      problems={isTaken || isBad ? [t('edit.stageName')] : []}
      cannotSaveReason={props.cannotSaveReason ?? (first === '' ? t('edit.noDeployment') : undefined)}
      onReset={() => {
        setName('');
        setDescription('');
        setDeploymentId(first);
      }}
      onSave={() =>
        createRestStageAction({ ...target, stage, deploymentId, description: description.trim() })
      }
      cancelHref={stageHref(target)}
      doneHref={stageHref(target, stage)}
      doneFlash={{ kind: 'success', title: t('edit.created', { stage }) }}
    >
      <TextField
        label={t('edit.stageName')}
        mono
        hint={t('edit.stageNameHint')}
        error={isTaken ? t('edit.taken') : isBad ? t('edit.stageNameHint') : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t('edit.deployment')}
        hint={first === '' ? t('edit.noDeployment') : undefined}
        options={props.deployments
          .slice(0, 100)
          .map(({ id, description: detail }) => ({ value: id, label: id, detail }))}
        value={deploymentId}
        onValueChange={setDeploymentId}
      />
      <TextField
        label={t('description')}
        optional
        maxLength={1024}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
    </FormFrame>
  );
}
