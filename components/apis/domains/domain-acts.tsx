'use client';

import { useTranslations } from 'use-intl/react';
import { deleteDomainNameAction } from '@/lib/actions/domain-names/delete-domain-name';
import { removeMappingAction } from '@/lib/actions/domain-names/mappings';
import type { ApiMapping } from '@/lib/domain/domain-name';
import { routes, type Place } from '@/lib/routes';
import { RemoveThing } from '../rest/remove-thing';

interface ActProps {
  readonly place: Place;
  readonly domainName: string;
  readonly refusedReason: string | undefined;
}

export function DeleteDomain(props: ActProps & { mappings: number; connectionName: string }) {
  const t = useTranslations('domainNames');
  const { place, domainName, mappings } = props;
  return (
    <RemoveThing
      label={t('delete')}
      description={t('deleteText', { connection: props.connectionName, region: place.region })}
      consequences={mappings > 0 ? [t('deleteMappings', { count: mappings })] : undefined}
      thing={domainName}
      word="delete"
      refusedReason={props.refusedReason}
      done={t('deleted', { name: domainName })}
      doneHref={routes.domainNames(place)}
      onConfirm={() => deleteDomainNameAction({ place, domainName })}
    />
  );
}

export function RemoveMapping(props: ActProps & { mapping: ApiMapping; isEdge: boolean }) {
  const t = useTranslations('domainNames');
  const words = useTranslations('things');
  const { place, domainName, mapping, isEdge } = props;
  const { id, path } = mapping;
  return (
    <RemoveThing
      small
      label={words('remove')}
      title={t('removeMapping')}
      description={t('removeMappingText')}
      thing={path || t('allPaths')}
      refusedReason={props.refusedReason}
      done={t('mappingRemoved')}
      onConfirm={() => removeMappingAction({ place, domainName, isEdge, id, path })}
    />
  );
}
