'use client';

import { useTranslations } from 'use-intl/react';
import { deleteFunctionUrlAction } from '@/lib/actions/functions/delete-function-url';
import type { Place } from '@/lib/routes';
import { RemoveButton } from '../remove-button';

/** Asks for the word `delete`, as AWS's console does: the address never comes back. */
export function DeleteUrlButton(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  url: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('configuration.function-url');
  const { place, functionName, qualifier } = props;
  return (
    <RemoveButton
      label={t('delete')}
      title={t('deleteTitle')}
      description={t('deleteText', { name: functionName, region: place.region })}
      thing={props.url}
      consequences={[t('deleteStops')]}
      word="delete"
      refusedReason={props.refusedReason}
      done={t('deleted')}
      onConfirm={() => deleteFunctionUrlAction({ place, functionName, qualifier })}
    />
  );
}
