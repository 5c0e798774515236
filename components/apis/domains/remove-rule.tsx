'use client';

import { useTranslations } from 'use-intl/react';
import { deleteRoutingRuleAction } from '@/lib/actions/domain-names/routing-rules';
import type { Place } from '@/lib/routes';
import { RemoveThing } from '../rest/remove-thing';

export function RemoveRule(props: {
  place: Place;
  domainName: string;
  id: string;
  priority: number;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('routingRules');
  const words = useTranslations('things');
  const { place, domainName, id, priority } = props;
  return (
    <RemoveThing
      small
      label={words('remove')}
      title={t('remove')}
      description={t('removeText')}
      thing={t('rule', { priority })}
      refusedReason={props.refusedReason}
      done={t('removed')}
      onConfirm={() => deleteRoutingRuleAction({ place, domainName, id })}
    />
  );
}
