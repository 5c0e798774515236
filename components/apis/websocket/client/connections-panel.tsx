'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { DetailsList } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import {
  deleteSocketConnectionAction,
  getSocketConnectionAction,
  postToSocketConnectionAction,
} from '@/lib/actions/apis/manage-connection';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { SocketConnection } from '@/lib/domain/socket-api';
import type { Place } from '@/lib/routes';
import { RemoveThing } from '../../rest/remove-thing';

/** Looks at, sends to and closes a live connection by its id, through the API's `@connections`. */
export function ConnectionsPanel(props: {
  place: Place;
  apiId: string;
  stages: readonly string[];
  /** Chosen by the address. */
  stage: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('socketParts.connections');
  const flash = useFlash();
  const [stage, setStage] = useState(props.stage ?? props.stages[0] ?? '');
  const [connectionId, setConnectionId] = useState('');
  const [data, setData] = useState('');
  const [found, setFound] = useState<{ readonly of: string; readonly connection: SocketConnection }>();
  const [error, setError] = useState<ConsoleError>();
  const [isReading, startReading] = useTransition();
  const [isSending, startSending] = useTransition();
  const id = connectionId.trim();
  const target = { place: props.place, apiId: props.apiId, stage, connectionId: id };
  const whyOff = props.refusedReason ?? (id === '' ? t('idNeeded') : undefined);

  const read = () =>
    startReading(async () => {
      const result = await getSocketConnectionAction(target);
      setError(result.ok ? undefined : result.error);
      setFound(result.ok ? { of: `${stage}/${id}`, connection: result.data } : undefined);
    });
  const send = () =>
    startSending(async () => {
      const result = await postToSocketConnectionAction({ ...target, data });
      setError(result.ok ? undefined : result.error);
      if (result.ok) flash.show({ kind: 'success', title: t('sent', { id }) });
    });
  const shown = found?.of === `${stage}/${id}` ? found.connection : undefined;
  return (
    <section aria-label={t('title')} className="flex min-w-0 flex-col gap-16 border-t border-edge p-16">
      <div>
        <h2 className="text-14">{t('title')}</h2>
        <p className="text-12 text-muted">{t('text')}</p>
      </div>
      <div className="flex flex-wrap items-end gap-12">
        <SelectField
          label={t('stage')}
          className="min-w-field-short"
          options={props.stages.map((name) => ({ value: name, label: name }))}
          value={stage}
          onValueChange={setStage}
        />
        <TextField
          label={t('id')}
          className="min-w-field-short flex-1"
          mono
          value={connectionId}
          onChange={(event) => setConnectionId(event.target.value)}
        />
        <Button pending={isReading} disabledReason={whyOff} onClick={read}>
          {t('get')}
        </Button>
        <RemoveThing
          label={t('close')}
          description={t('closeText')}
          thing={id}
          refusedReason={whyOff}
          done={t('closed', { id })}
          onConfirm={() => deleteSocketConnectionAction(target)}
        />
      </div>
      {error && <Failure error={error} title={t('failed')} compact onRetry={null} />}
      {shown && (
        <div role="status">
          <DetailsList
            items={[
              {
                label: t('connectedAt'),
                value: shown.connectedAt && <RelativeTime at={shown.connectedAt} />,
              },
              {
                label: t('lastActiveAt'),
                value: shown.lastActiveAt && <RelativeTime at={shown.lastActiveAt} />,
              },
              { label: t('sourceIp'), value: shown.sourceIp },
              { label: t('userAgent'), value: shown.userAgent, wide: true },
            ]}
          />
        </div>
      )}
      <TextAreaField
        label={t('message')}
        mono
        rows={3}
        value={data}
        onChange={(event) => setData(event.target.value)}
      />
      <div>
        <Button
          pending={isSending}
          disabledReason={whyOff ?? (data === '' ? t('messageNeeded') : undefined)}
          onClick={send}
        >
          {t('send')}
        </Button>
      </div>
    </section>
  );
}
