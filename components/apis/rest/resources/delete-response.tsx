'use client';

import { useTranslations } from 'use-intl/react';
import { deleteRestResponseAction } from '@/lib/actions/rest-apis/delete-response';
import { RemoveThing } from '../remove-thing';
import type { RestTarget } from '../rest-hrefs';

/** Deletes a response on one of the two sides of a method. */
export function DeleteResponse(props: {
  target: RestTarget;
  resourceId: string;
  verb: string;
  path: string;
  side: 'integration' | 'method';
  status: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('restApis.responses');
  const { target, resourceId, verb, path, status, side } = props;
  return (
    <RemoveThing
      small
      label={t('remove')}
      title={t('delete', { status })}
      description={t('deleteText', { status, verb, path })}
      thing={status}
      refusedReason={props.refusedReason}
      done={t('deleted', { status })}
      onConfirm={() =>
        deleteRestResponseAction({ ...target, resourceId, httpMethod: verb, statusCode: status, side })
      }
    />
  );
}
