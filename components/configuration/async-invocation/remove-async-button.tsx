'use client';

import { useTranslations } from 'use-intl/react';
import { removeAsyncInvocationAction } from '@/lib/actions/functions/remove-async-invocation';
import type { Place } from '@/lib/routes';
import { RemoveButton } from '../remove-button';

/** Back to AWS's defaults, without destinations. */
export function RemoveAsyncButton(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('configuration.async-invocation');
  const { place, functionName, qualifier } = props;
  return (
    <RemoveButton
      label={t('remove')}
      title={t('removeTitle')}
      description={t('removeText', { name: functionName, region: place.region })}
      thing={functionName}
      consequences={[t('removeStops')]}
      refusedReason={props.refusedReason}
      done={t('removed')}
      onConfirm={() => removeAsyncInvocationAction({ place, functionName, qualifier })}
    />
  );
}
