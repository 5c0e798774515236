'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { announce } from '@/components/ui/live-region';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { clearPastRequestsAction } from '@/lib/actions/apis/clear-past-requests';
import type { ApiRequest, PastApiRequest } from '@/lib/domain/api-request';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { lookOf } from './answer-view';

/** Requests that were sent before; a press brings one back into the form. */
export function HistoryList(props: {
  place: Place;
  apiId: string;
  past: readonly PastApiRequest[];
  onShow: (request: ApiRequest) => void;
  onCleared: () => void;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('apiRunner');
  const { past } = props;
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const clear = () =>
    startTransition(async () => {
      const result = await clearPastRequestsAction({ place: props.place, apiId: props.apiId });
      if (!result.ok) return setError(result.error);
      setIsAsking(false);
      props.onCleared();
      announce(t('cleared'));
    });
  return (
    <section aria-label={t('history')} className="border-t border-edge">
      <div className="flex min-h-40 items-center justify-between gap-8 px-16">
        <h2 className="text-14">{t('history')}</h2>
        {past.length > 0 && (
          <Button
            variant="link"
            size="small"
            disabledReason={props.refusedReason}
            onClick={() => setIsAsking(true)}
          >
            {t('clear')}
          </Button>
        )}
      </div>
      {past.length === 0 && <p className="px-16 pb-16 text-muted">{t('noHistory')}</p>}
      <ul className="max-h-split overflow-y-auto">
        {past.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              data-focus="inset"
              data-tooltip={t('show')}
              onClick={() => props.onShow(one.request)}
              className="flex min-h-row w-full flex-wrap items-center gap-x-12 gap-y-2 border-t border-edge px-16 py-4 text-left hover:bg-hover"
            >
              <span className="font-mono text-12 font-semibold">{one.request.method}</span>
              <span className="min-w-0 flex-1 font-mono text-12 break-all">
                /{one.request.stage}
                {one.request.path}
              </span>
              <span className="text-12">
                {one.status === undefined ? (
                  <Status look="danger">{t('noStatus')}</Status>
                ) : (
                  <Status look={lookOf(one.status).look}>{one.status}</Status>
                )}
              </span>
              <span className="text-12 text-muted">
                <RelativeTime at={one.at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('clearTitle')}
        description={t('clearText')}
        footer={
          <>
            <Button onClick={() => setIsAsking(false)}>{t('keep')}</Button>
            <Button variant="danger" pending={isPending} onClick={clear}>
              {t('clear')}
            </Button>
          </>
        }
      >
        {error && <Failure error={error} compact onRetry={null} />}
      </Dialog>
    </section>
  );
}
