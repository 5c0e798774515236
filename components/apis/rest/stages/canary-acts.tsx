'use client';

import { useTranslations } from 'use-intl/react';
import { updateRestStageAction } from '@/lib/actions/rest-apis/update-stage';
import type { RestTarget } from '../rest-hrefs';
import { ConfirmButton } from './confirm-button';

/** Ends a canary in one of the two ways. */
export function CanaryActs(props: { target: RestTarget; stage: string; refusedReason: string | undefined }) {
  const t = useTranslations('restStages');
  const { target, stage, refusedReason } = props;
  return (
    <>
      <ConfirmButton
        label={t('promote')}
        text={t('promoteText', { stage })}
        done={t('promoted', { stage })}
        disabledReason={refusedReason}
        onConfirm={async () => {
          const promoted = await updateRestStageAction({ ...target, stage, change: { kind: 'promote' } });
          if (!promoted.ok) return promoted;
          // What is promoted is no canary any more.
          return updateRestStageAction({ ...target, stage, change: { kind: 'removeCanary' } });
        }}
      />
      <ConfirmButton
        label={t('removeCanary')}
        text={t('removeCanaryText', { stage })}
        done={t('canaryRemoved', { stage })}
        disabledReason={refusedReason}
        onConfirm={() => updateRestStageAction({ ...target, stage, change: { kind: 'removeCanary' } })}
      />
    </>
  );
}
