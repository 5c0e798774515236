'use client';

import { useTranslations } from 'use-intl/react';
import { RemoveThing } from '@/components/apis/rest/remove-thing';
import { deleteSocketIntegrationResponseAction } from '@/lib/actions/websocket-apis/save-responses';
import type { Place } from '@/lib/routes';

/** Asks before answers that match are no longer turned. */
export function RemoveIntegrationResponse(props: {
  place: Place;
  apiId: string;
  integrationId: string;
  responseId: string;
  name: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('socketParts.integrationResponse');
  const { place, apiId, integrationId, responseId, name } = props;
  return (
    <RemoveThing
      small
      label={t('delete')}
      description={t('deleteText')}
      thing={name}
      refusedReason={props.refusedReason}
      done={t('deleted', { name })}
      onConfirm={() => deleteSocketIntegrationResponseAction({ place, apiId, integrationId, responseId })}
    />
  );
}
