'use client';

import { useTranslations } from 'use-intl/react';
import { deleteRestStageAction } from '@/lib/actions/rest-apis/delete-stage';
import { flushRestStageAction } from '@/lib/actions/rest-apis/flush-stage';
import { RemoveThing } from '../remove-thing';
import type { RestTarget } from '../rest-hrefs';
import { stageHref } from '../stage-hrefs';
import { ConfirmButton } from './confirm-button';

/** What can be done with a stage as a whole. */
export function StageActs(props: {
  target: RestTarget;
  stage: string;
  url: string | undefined;
  hasCache: boolean;
  apiName: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restStages');
  const { target, stage, refusedReason } = props;
  const flush = (what: 'responses' | 'authorizers') => () => flushRestStageAction({ ...target, stage, what });
  return (
    <span className="flex flex-wrap gap-8">
      {props.hasCache && (
        <ConfirmButton
          label={t('flushCache')}
          text={t('edit.atOnce')}
          done={t('flushed', { stage })}
          disabledReason={refusedReason}
          onConfirm={flush('responses')}
        />
      )}
      <ConfirmButton
        label={t('flushAuthorizers')}
        text={t('edit.atOnce')}
        done={t('flushed', { stage })}
        disabledReason={refusedReason}
        onConfirm={flush('authorizers')}
      />
      <RemoveThing
        small
        label={t('deleteStage')}
        description={t('deleteStageText', { stage, api: props.apiName, region: target.place.region })}
        thing={stage}
        consequences={[...(props.url ? [t('deleteStops', { url: props.url })] : []), t('deleteStays')]}
        word="confirm"
        refusedReason={refusedReason}
        done={t('deleted', { stage })}
        doneHref={stageHref(target)}
        onConfirm={() => deleteRestStageAction({ ...target, stage })}
      />
    </span>
  );
}
