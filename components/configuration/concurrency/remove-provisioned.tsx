'use client';

import { useTranslations } from 'use-intl/react';
import { removeProvisionedAction } from '@/lib/actions/functions/update-provisioned';
import type { Place } from '@/lib/routes';
import { RemoveButton } from '../remove-button';

/** Lets the environments of one version or alias go, after asking. */
export function RemoveProvisioned(props: {
  place: Place;
  functionName: string;
  qualifier: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('scaling.provisioned');
  const { place, functionName, qualifier } = props;
  return (
    <RemoveButton
      label={t('remove')}
      title={t('removeTitle', { qualifier })}
      description={t('removeText', { name: functionName })}
      thing={`${functionName}:${qualifier}`}
      consequences={[t('removeStops', { qualifier })]}
      refusedReason={props.refusedReason}
      done={t('removed', { qualifier })}
      onConfirm={() => removeProvisionedAction({ place, functionName, qualifier })}
    />
  );
}
