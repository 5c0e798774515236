'use client';

import { useTranslations } from 'use-intl/react';
import { RemoveThing } from '@/components/apis/rest/remove-thing';
import { deleteSocketRouteAction } from '@/lib/actions/websocket-apis/delete-route';
import { routes, type Place } from '@/lib/routes';

/** Asks before a route is gone. */
export function DeleteRoute(props: {
  place: Place;
  apiId: string;
  routeId: string;
  routeKey: string;
  integrationId: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('socketApi');
  const { place, apiId, routeId, routeKey, integrationId } = props;
  return (
    <RemoveThing
      small
      label={t('delete')}
      description={t('deleteText')}
      thing={routeKey}
      refusedReason={props.refusedReason}
      done={t('deleted', { key: routeKey })}
      doneHref={routes.webSocketApi(place, apiId, 'routes')}
      onConfirm={() => deleteSocketRouteAction({ place, apiId, routeId, integrationId })}
    />
  );
}
