'use client';

import { useTranslations } from 'use-intl/react';
import { RemoveThing } from '@/components/apis/rest/remove-thing';
import { deleteSocketStageAction } from '@/lib/actions/websocket-apis/deploy';
import type { Place } from '@/lib/routes';

/** Asks for the word before a stage and its connections are gone. */
export function DeleteStage(props: {
  place: Place;
  apiId: string;
  stage: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('socketApi');
  const { place, apiId, stage } = props;
  return (
    <RemoveThing
      small
      label={t('deleteStage')}
      description={t('deleteStageText')}
      thing={stage}
      word="delete"
      refusedReason={props.refusedReason}
      done={t('stageDeleted', { stage })}
      onConfirm={() => deleteSocketStageAction({ place, apiId, stage })}
    />
  );
}
