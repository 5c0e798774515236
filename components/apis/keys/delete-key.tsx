'use client';

import { useTranslations } from 'use-intl/react';
import { deleteApiKeyAction } from '@/lib/actions/api-keys/delete-api-key';
import { routes, type Place } from '@/lib/routes';
import { RemoveThing } from '../rest/remove-thing';

/** Asks before a key and its value are gone. */
export function DeleteKey(props: {
  place: Place;
  id: string;
  name: string;
  connectionName: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('apiKeys');
  const { place, id, name } = props;
  return (
    <RemoveThing
      label={t('delete')}
      description={t('deleteText', { connection: props.connectionName, region: place.region })}
      thing={name}
      consequences={[t('deleteStops')]}
      word="delete"
      refusedReason={props.refusedReason}
      done={t('deleted', { name })}
      doneHref={routes.apiKeys(place)}
      onConfirm={() => deleteApiKeyAction({ place, id })}
    />
  );
}
