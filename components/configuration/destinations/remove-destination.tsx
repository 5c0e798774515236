'use client';

import { useTranslations } from 'use-intl/react';
import { saveDestinationAction } from '@/lib/actions/functions/save-destination';
import type { Place } from '@/lib/routes';
import { RemoveButton } from '../remove-button';

/** Takes one destination away; the thing itself stays. */
export function RemoveDestination(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  slot: string;
  name: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('destinations');
  const { place, functionName, qualifier, slot, name } = props;
  return (
    <RemoveButton
      label={t('remove')}
      title={t('removeTitle', { name })}
      description={t('removeText', { name: functionName, region: place.region })}
      thing={name}
      consequences={[t('removeStops', { name })]}
      refusedReason={props.refusedReason}
      done={t('removed', { name })}
      onConfirm={() => saveDestinationAction({ place, functionName, qualifier, slot, destination: '' })}
    />
  );
}
