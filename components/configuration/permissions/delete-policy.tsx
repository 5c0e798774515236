'use client';

import { useTranslations } from 'use-intl/react';
import { deletePolicyAction } from '@/lib/actions/functions/update-policy';
import type { Place } from '@/lib/routes';
import { RemoveButton } from '../remove-button';

/** Deletes the resource-based policy with all its statements, after asking. */
export function DeletePolicy(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('policies');
  const { place, functionName, qualifier } = props;
  return (
    <RemoveButton
      label={t('delete')}
      title={t('delete')}
      description={t('deleteText', { name: functionName, region: place.region })}
      thing={[functionName, qualifier].filter(Boolean).join(':')}
      consequences={[t('deleteStops')]}
      refusedReason={props.refusedReason}
      done={t('deleted')}
      onConfirm={() => deletePolicyAction({ place, functionName, qualifier })}
    />
  );
}
