'use client';

import { useTranslations } from 'use-intl/react';
import { removePermissionAction } from '@/lib/actions/functions/remove-permission';
import type { Place } from '@/lib/routes';
import { RemoveButton } from '../remove-button';

/** Takes one statement out of the policy. */
export function RemoveStatement(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  statementId: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('configuration.permissions');
  const { place, functionName, qualifier, statementId } = props;
  return (
    <RemoveButton
      label={t('delete')}
      title={t('deleteTitle', { id: statementId })}
      description={t('deleteText', { name: functionName, region: place.region })}
      thing={statementId}
      consequences={[t('deleteStops')]}
      refusedReason={props.refusedReason}
      done={t('deleted', { id: statementId })}
      onConfirm={() => removePermissionAction({ place, functionName, qualifier, statementId })}
    />
  );
}
