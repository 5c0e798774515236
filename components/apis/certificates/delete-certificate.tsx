'use client';

import { useTranslations } from 'use-intl/react';
import { deleteClientCertificateAction } from '@/lib/actions/client-certificates/delete-client-certificate';
import { routes, type Place } from '@/lib/routes';
import { RemoveThing } from '../rest/remove-thing';

/** Asks before a certificate and its key are gone. */
export function DeleteCertificate(props: {
  place: Place;
  id: string;
  connectionName: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('clientCertificates');
  const { place, id } = props;
  return (
    <RemoveThing
      label={t('delete')}
      description={t('deleteText', { connection: props.connectionName, region: place.region })}
      thing={id}
      word="delete"
      refusedReason={props.refusedReason}
      done={t('deleted', { id })}
      doneHref={routes.clientCertificates(place)}
      onConfirm={() => deleteClientCertificateAction({ place, id })}
    />
  );
}
