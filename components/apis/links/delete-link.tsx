'use client';

import { useTranslations } from 'use-intl/react';
import { deleteVpcLinkAction } from '@/lib/actions/vpc-links/delete-vpc-link';
import type { LinkVersion } from '@/lib/domain/vpc-link';
import { routes, type Place } from '@/lib/routes';
import { RemoveThing } from '../rest/remove-thing';

export function DeleteLink(props: {
  place: Place;
  id: string;
  version: LinkVersion;
  name: string;
  connectionName: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('vpcLinks');
  const { place, id, version, name } = props;
  return (
    <RemoveThing
      label={t('delete')}
      description={t('deleteText', { connection: props.connectionName, region: place.region })}
      thing={name}
      word="delete"
      refusedReason={props.refusedReason}
      done={t('deleted', { name })}
      doneHref={routes.vpcLinks(place)}
      onConfirm={() => deleteVpcLinkAction({ place, id, version })}
    />
  );
}
