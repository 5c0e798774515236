'use client';

import { ArrowLeft, ArrowRight, CornerDownLeft, Dot } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import type { Frame } from './frames';

const looks = {
  in: { icon: ArrowLeft, colour: 'text-success-solid', word: 'receivedFrame' },
  out: { icon: ArrowRight, colour: 'text-info-solid', word: 'sentFrame' },
  event: { icon: Dot, colour: 'text-muted', word: 'eventFrame' },
} as const;
/** Closer to the end than this, the list goes on showing its end. */
const stickPx = 40;

/** Frames both ways with their times, the newest at the end. A press brings a sent message back. */
export function FrameList(props: { frames: readonly Frame[]; onUse: (text: string) => void }) {
  const t = useTranslations('socketClient');
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const newest = props.frames.at(-1)?.id;
  useEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  return (
    <ol
      ref={list}
      tabIndex={0}
      aria-label={t('frames')}
      data-focus="inset"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < stickPx;
      }}
      className="min-h-0 flex-1 overflow-y-auto py-8"
    >
      {props.frames.map((frame) => (
        <FrameLine key={frame.id} frame={frame} onUse={props.onUse} />
      ))}
    </ol>
  );
}

function FrameLine({ frame, onUse }: { frame: Frame; onUse: (text: string) => void }) {
  const t = useTranslations('socketClient');
  const format = useFormatter();
  const { event } = frame;
  const { icon: Icon, colour, word } = looks[event.kind === 'frame' ? event.direction : 'event'];
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const time = format.dateTime(new Date(event.at), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return (
    <li className="flex items-start gap-8 px-16 py-2 font-mono text-12">
      <time dateTime={event.at} data-tooltip={event.at} className="shrink-0 text-muted tabular-nums">
        {time}
      </time>
      <Icon aria-label={t(word)} size={16} strokeWidth={1.75} className={`shrink-0 ${colour}`} />
      <span
        className={`min-w-0 flex-1 break-all whitespace-pre-wrap ${event.kind === 'frame' ? '' : 'text-muted'}`}
      >
        <FrameText event={event} />
      </span>
      {event.kind === 'frame' && event.direction === 'out' && (
        <IconButton size="small" label={t('useAgain')} onClick={() => onUse(event.text)}>
          <CornerDownLeft aria-hidden size={14} strokeWidth={1.75} />
        </IconButton>
      )}
    </li>
  );
}

function FrameText({ event }: { event: Frame['event'] }) {
  const t = useTranslations('socketClient');
  switch (event.kind) {
    case 'frame':
      return event.text;
    case 'opened':
      return event.protocol
        ? t('openedProtocol', { ms: event.handshakeMs, protocol: event.protocol })
        : t('opened', { ms: event.handshakeMs });
    case 'refused':
      return t('refused', { status: event.status, body: event.body });
    case 'closed':
      return t('closed', { code: event.code, reason: event.reason });
  }
}
