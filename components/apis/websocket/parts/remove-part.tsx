'use client';

import { useTranslations } from 'use-intl/react';
import { deleteHttpAuthorizerAction } from '@/lib/actions/http-apis/delete-part';
import { deleteSocketModelAction } from '@/lib/actions/websocket-apis/save-model';
import type { Place } from '@/lib/routes';
import { RemoveThing } from '../../rest/remove-thing';

/** Asks before an authorizer or a model goes; AWS refuses while a route names it. */
export function RemoveSocketPart(props: {
  kind: 'authorizer' | 'model';
  place: Place;
  apiId: string;
  id: string;
  name: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('socketParts');
  const { kind, place, apiId, id, name } = props;
  const remove = kind === 'model' ? deleteSocketModelAction : deleteHttpAuthorizerAction;
  return (
    <RemoveThing
      small
      label={t(`${kind}.delete`)}
      description={t('deleteText', { region: place.region })}
      thing={name}
      refusedReason={props.refusedReason}
      done={t(`${kind}.deleted`, { name })}
      onConfirm={() => remove({ place, apiId, id })}
    />
  );
}
