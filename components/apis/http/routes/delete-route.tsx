'use client';

import { useTranslations } from 'use-intl/react';
import { deleteRouteAction } from '@/lib/actions/http-apis/delete-part';
import { routes, type Place } from '@/lib/routes';
import { RemoveThing } from '../../rest/remove-thing';

export function DeleteRoute(props: {
  place: Place;
  apiId: string;
  apiName: string;
  route: { readonly id: string; readonly key: string };
  refusedReason: string | undefined;
}) {
  const t = useTranslations('httpApis');
  const { place, apiId, route } = props;
  return (
    <RemoveThing
      label={t('deleteRoute')}
      description={t('deleteRouteText', { key: route.key, api: props.apiName, region: place.region })}
      thing={route.key}
      consequences={[t('deleteRouteStops')]}
      refusedReason={props.refusedReason}
      done={t('routeDeleted', { key: route.key })}
      doneHref={routes.httpApi(place, apiId, 'routes')}
      onConfirm={() => deleteRouteAction({ place, apiId, id: route.id })}
      small
    />
  );
}
