'use client';

import { useTranslations } from 'use-intl/react';
import { deleteRestDeploymentAction } from '@/lib/actions/rest-apis/delete-deployment';
import { updateRestStageAction } from '@/lib/actions/rest-apis/update-stage';
import { RemoveThing } from '../remove-thing';
import type { RestTarget } from '../rest-hrefs';
import { ConfirmButton } from './confirm-button';

/** Puts a stage on a deployment of its history, or deletes one that nobody serves. */
export function DeploymentActs(props: {
  target: RestTarget;
  stage: string;
  deploymentId: string;
  isActive: boolean;
  hasCanary: boolean;
  /** A stage that serves it. */
  servedBy: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restStages');
  const { target, stage, deploymentId, refusedReason } = props;
  const id = deploymentId;
  return (
    <span className="inline-flex flex-wrap justify-end gap-8">
      {!props.isActive && (
        <ConfirmButton
          label={t('change')}
          text={t('changeText', { stage, id })}
          done={t('changed', { stage, id })}
          disabledReason={refusedReason ?? (props.hasCanary ? t('canaryHolds') : undefined)}
          onConfirm={() =>
            updateRestStageAction({ ...target, stage, change: { kind: 'deployment', deploymentId } })
          }
        />
      )}
      <RemoveThing
        small
        label={t('deleteDeployment')}
        description={t('deleteDeploymentText', { id })}
        thing={id}
        refusedReason={
          refusedReason ?? (props.servedBy === undefined ? undefined : t('inUse', { stage: props.servedBy }))
        }
        done={t('deploymentDeleted', { id })}
        onConfirm={() => deleteRestDeploymentAction({ ...target, id })}
      />
    </span>
  );
}
