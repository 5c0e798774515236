'use client';

import { useTranslations } from 'use-intl/react';
import { deleteRestResourceAction } from '@/lib/actions/rest-apis/delete-resource';
import { RemoveThing } from '../remove-thing';
import { resourceHref, type RestTarget } from '../rest-hrefs';

/** Deletes the resource in view with all below it. */
export function DeleteResource(props: {
  target: RestTarget;
  resource: { readonly id: string; readonly parentId: string | undefined; readonly path: string };
  /** What goes with it. */
  below: { readonly resources: number; readonly methods: number };
  apiName: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restApis.resource');
  const { target, resource, below } = props;
  const { path } = resource;
  const hasMore = below.resources > 0 || below.methods > 0;
  return (
    <RemoveThing
      small
      label={t('delete')}
      description={t('deleteText', { path, api: props.apiName, region: target.place.region })}
      thing={path}
      consequences={
        hasMore ? [t('deleteBelow', { count: below.resources, methods: below.methods })] : undefined
      }
      word={below.resources > 0 ? 'confirm' : undefined}
      refusedReason={props.refusedReason ?? (resource.parentId === undefined ? t('rootStays') : undefined)}
      done={t('deleted', { path })}
      doneHref={resourceHref(target, { resource: resource.parentId })}
      onConfirm={() => deleteRestResourceAction({ ...target, resourceId: resource.id })}
    />
  );
}
