'use client';

import { useTranslations } from 'use-intl/react';
import { deleteRestMethodAction } from '@/lib/actions/rest-apis/delete-method';
import { RemoveThing } from '../remove-thing';
import { resourceHref, type RestTarget } from '../rest-hrefs';

/** Deletes the method in view. */
export function DeleteMethod(props: {
  target: RestTarget;
  resourceId: string;
  verb: string;
  path: string;
  apiName: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restApis.method');
  const { target, resourceId, verb, path } = props;
  return (
    <RemoveThing
      small
      label={t('delete')}
      description={t('deleteText', { verb, path, api: props.apiName, region: target.place.region })}
      thing={`${verb} ${path}`}
      refusedReason={props.refusedReason}
      done={t('deleted', { verb, path })}
      doneHref={resourceHref(target, { resource: resourceId })}
      onConfirm={() => deleteRestMethodAction({ ...target, resourceId, httpMethod: verb })}
    />
  );
}
