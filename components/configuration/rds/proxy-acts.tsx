'use client';

import { useTranslations } from 'use-intl/react';
import {
  deleteProxyAction,
  deregisterTargetAction,
  disconnectProxyAction,
} from '@/lib/actions/functions/remove-proxy';
import type { Place } from '@/lib/routes';
import { RemoveButton } from '../remove-button';

/** What can be taken from a proxy: the function's rights, the database, or the proxy itself. */
export function ProxyActs(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  proxy: string;
  isConnected: boolean;
  hasTarget: boolean;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('databases');
  const { place, functionName, qualifier, proxy, refusedReason } = props;
  const input = { place, functionName, qualifier, proxy };
  const shared = {
    description: t('disconnectText', { name: functionName, region: place.region }),
    thing: proxy,
    refusedReason,
  };
  return (
    <span className="inline-flex flex-col items-start gap-8">
      {props.isConnected && (
        <RemoveButton
          {...shared}
          label={t('disconnect')}
          title={t('disconnectTitle', { name: proxy })}
          consequences={[t('disconnectStops')]}
          done={t('disconnected', { name: proxy })}
          onConfirm={() => disconnectProxyAction(input)}
        />
      )}
      {props.hasTarget && (
        <RemoveButton
          {...shared}
          label={t('deregister')}
          title={t('deregisterTitle', { name: proxy })}
          consequences={[t('deregisterStops', { name: proxy })]}
          done={t('deregistered', { name: proxy })}
          onConfirm={() => deregisterTargetAction(input)}
        />
      )}
      <RemoveButton
        {...shared}
        label={t('delete')}
        title={t('deleteTitle', { name: proxy })}
        consequences={[t('deleteStops', { name: proxy })]}
        word={proxy}
        done={t('deleted', { name: proxy })}
        onConfirm={() => deleteProxyAction(input)}
      />
    </span>
  );
}
