'use client';

import { Trash2 } from 'lucide-react';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { IconButton } from '@/components/ui/icon-button';
import { announce } from '@/components/ui/live-region';
import { Note } from '@/components/ui/note';
import { Status, type StatusLook } from '@/components/ui/status';
import type { Place } from '@/lib/routes';
import { ConnectForm } from './connect-form';
import { FrameList } from './frame-list';
import { MessageForm } from './message-form';
import { useSocket, type SocketState } from './use-socket';
import './socket-client.css';

const looks: Readonly<Record<SocketState, StatusLook>> = {
  idle: 'paused',
  connecting: 'progress',
  open: 'success',
  closed: 'paused',
  refused: 'denied',
  failed: 'danger',
};

/** Connects with a WebSocket API, shows frames both ways and sends. */
export function SocketClient(props: {
  place: Place;
  apiId: string;
  stages: readonly string[];
  /** Chosen by the address. */
  stage: string | undefined;
  expression: string;
  routeKeys: readonly string[];
  refusedReason: string | undefined;
}) {
  const t = useTranslations('socketClient');
  const socket = useSocket(props.place, props.apiId);
  const [text, setText] = useState(() => firstMessage(props.expression, props.routeKeys));
  const [isSending, startSending] = useTransition();
  const { state, log, error } = socket;
  const send = () =>
    startSending(async () => {
      if (await socket.send(text)) announce(t('sentFrame'));
    });
  return (
    <section aria-label={t('client')} className="socket-client flex min-w-0 flex-col bg-sunken">
      <div className="flex min-h-40 flex-wrap items-center gap-12 border-b border-edge px-16">
        <h2 className="text-14">{t('client')}</h2>
        <span role="status">
          <Status look={looks[state]}>{t(`states.${state}`)}</Status>
        </span>
        <span className="ml-auto text-12 text-muted tabular-nums">
          {t('counts', { in: log.received, out: log.sent })}
        </span>
        <IconButton size="small" label={t('clear')} onClick={socket.clear}>
          <Trash2 aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <ConnectForm
        stages={props.stages}
        stage={props.stage}
        state={state}
        refusedReason={props.refusedReason}
        onConnect={(request) => void socket.connect(request)}
        onDisconnect={socket.disconnect}
      />
      {error && (
        <div className="p-16">
          <Failure
            error={error}
            title={t(state === 'open' ? 'notSent' : 'notConnected')}
            compact
            onRetry={null}
          />
        </div>
      )}
      {log.dropped > 0 && (
        <div className="px-16 pt-8">
          <Note tone="info">{t('dropped', { count: log.frames.length })}</Note>
        </div>
      )}
      {log.frames.length === 0 ? (
        <p className="flex-1 p-16 text-muted">{t('none')}</p>
      ) : (
        <FrameList frames={log.frames} onUse={setText} />
      )}
      <MessageForm
        text={text}
        onChange={setText}
        expression={props.expression}
        routeKeys={props.routeKeys}
        isOpen={state === 'open'}
        isSending={isSending}
        refusedReason={props.refusedReason}
        onSend={send}
      />
      <p className="px-16 pb-16 text-12 text-muted">{t('note')}</p>
    </section>
  );
}

/** A message that the first custom route would take. */
function firstMessage(expression: string, routeKeys: readonly string[]): string {
  const member = /^\$\{?request\.body\.(\w+)\}?$/.exec(expression)?.[1] ?? 'action';
  const key = routeKeys.find((route) => !route.startsWith('$')) ?? 'sendmessage';
  return `{"${member}":"${key}"}`;
}
