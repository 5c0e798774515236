'use client';

import { useTranslations } from 'use-intl/react';
import { deleteUsagePlanAction } from '@/lib/actions/usage-plans/delete-usage-plan';
import { removePlanKeyAction } from '@/lib/actions/usage-plans/plan-keys';
import { removePlanStageAction } from '@/lib/actions/usage-plans/plan-stages';
import { routes, type Place } from '@/lib/routes';
import { RemoveThing } from '../rest/remove-thing';

interface ActProps {
  readonly place: Place;
  readonly planId: string;
  readonly refusedReason: string | undefined;
}

export function DeletePlan(props: ActProps & { name: string; connectionName: string }) {
  const t = useTranslations('usagePlans');
  const { place, planId, name } = props;
  return (
    <RemoveThing
      label={t('delete')}
      description={t('deleteText', { connection: props.connectionName, region: place.region })}
      thing={name}
      word="delete"
      refusedReason={props.refusedReason}
      done={t('deleted', { name })}
      doneHref={routes.usagePlans(place)}
      onConfirm={() => deleteUsagePlanAction({ place, id: planId })}
    />
  );
}

export function RemoveStage(props: ActProps & { apiId: string; stage: string }) {
  const t = useTranslations('usagePlans');
  const words = useTranslations('things');
  const { place, planId, apiId, stage } = props;
  return (
    <RemoveThing
      small
      label={words('remove')}
      title={t('removeStage')}
      description={t('removeStageText')}
      thing={`${apiId}:${stage}`}
      refusedReason={props.refusedReason}
      done={t('stageRemoved', { stage: `${apiId}:${stage}` })}
      onConfirm={() => removePlanStageAction({ place, id: planId, apiId, stage })}
    />
  );
}

export function RemoveKey(props: ActProps & { keyId: string; name: string }) {
  const t = useTranslations('usagePlans');
  const words = useTranslations('things');
  const { place, planId, keyId } = props;
  return (
    <RemoveThing
      small
      label={words('remove')}
      title={t('removeKey')}
      description={t('removeKeyText')}
      thing={props.name}
      refusedReason={props.refusedReason}
      done={t('keyRemoved')}
      onConfirm={() => removePlanKeyAction({ place, id: planId, keyId })}
    />
  );
}
