'use client';

import { Play, Square } from 'lucide-react';
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { announce } from '@/components/ui/live-region';
import { Status, type StatusLook } from '@/components/ui/status';
import { Switch } from '@/components/ui/switch';
import { TextInput } from '@/components/ui/text-input';
import type { Place } from '@/lib/routes';
import { tailLinesMax } from './tail-buffer';
import { TailView } from './tail-view';
import { type TailState, useLiveTail } from './use-live-tail';

const announceMs = 10_000;

const looks: Record<TailState, StatusLook> = {
  idle: 'paused',
  connecting: 'progress',
  waiting: 'progress',
  live: 'success',
  polling: 'success',
  ended: 'paused',
  failed: 'danger',
};

/** Follows the function's log as it is written. */
export function LiveTail({ place, functionName }: { place: Place; functionName: string }) {
  const t = useTranslations('monitor.tail');
  const [pattern, setPattern] = useState('');
  const [isWrapped, setIsWrapped] = useState(false);
  const { state, tail, isSampled, error, start, stop } = useLiveTail(place, functionName);
  const isRunning = state !== 'idle' && state !== 'ended' && state !== 'failed';
  const hasBegun = state !== 'idle' || tail.count > 0;
  useAnnouncements(isRunning, tail.count);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) stop();
    else void start(pattern);
  };
  return (
    <Card
      title={t('title')}
      meta={hasBegun && <Status look={looks[state]}>{t(`state.${state}`)}</Status>}
      flush
    >
      <form onSubmit={handleSubmit} className="flex flex-wrap items-center gap-x-12 gap-y-8 px-16 py-12">
        <div className="max-w-field min-w-0 flex-1 basis-full tablet:basis-0">
          <TextInput
            mono
            aria-label={t('pattern')}
            placeholder={t('patternPlaceholder')}
            maxLength={1024}
            value={pattern}
            readOnly={isRunning}
            onChange={(event) => setPattern(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          icon={
            isRunning ? (
              <Square aria-hidden size={16} strokeWidth={1.75} />
            ) : (
              <Play aria-hidden size={16} strokeWidth={1.75} />
            )
          }
        >
          {isRunning ? t('stop') : t('start')}
        </Button>
        {hasBegun && (
          <span className="ml-auto flex items-center gap-16 text-12 text-muted">
            <span className="tabular-nums">
              {t('count', { count: tail.count })}
              {tail.count > tailLinesMax && ` · ${t('kept', { max: tailLinesMax })}`}
            </span>
            <Switch
              label={t('wrap')}
              checked={isWrapped}
              onChange={(event) => setIsWrapped(event.target.checked)}
            />
          </span>
        )}
      </form>
      {isSampled && isRunning && (
        <p className="border-t border-edge px-16 py-8 text-12 text-warning-text">{t('sampled')}</p>
      )}
      {error && (
        <div className="border-t border-edge p-16">
          <Failure error={error} title={t('failed')} compact onRetry={() => void start(pattern)} />
        </div>
      )}
      {tail.count > 0 && (
        <div className="overflow-hidden rounded-b-8 border-t border-edge">
          <TailView tail={tail} isWrapped={isWrapped} />
        </div>
      )}
      {isRunning && tail.count === 0 && (
        <p className="border-t border-edge px-16 py-12 text-muted">
          {state === 'waiting' ? t('waitingText') : t('quiet')}
        </p>
      )}
    </Card>
  );
}

/** Says how many lines came in, at most every ten seconds: each line would drown everything else. */
function useAnnouncements(isRunning: boolean, count: number): void {
  const t = useTranslations('monitor.tail');
  const said = useRef(0);
  const tell = useEffectEvent(() => {
    if (count > said.current) announce(t('announced', { count: count - said.current }));
    said.current = count;
  });
  useEffect(() => {
    if (!isRunning) return undefined;
    said.current = 0;
    const timer = setInterval(() => tell(), announceMs);
    return () => clearInterval(timer);
  }, [isRunning]);
}
