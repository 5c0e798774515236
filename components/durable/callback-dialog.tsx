'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextAreaField } from '@/components/ui/text-area-field';
import { sendCallbackAction } from '@/lib/actions/durable/send-callback';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { ErrorFields, noError } from './error-fields';

/** "Send callback": its success with a result, its failure, or that the answer is still on the way. */
export function CallbackDialog(props: {
  place: Place;
  functionName: string;
  callbackId: string;
  onClose: () => void;
}) {
  const t = useTranslations('durable.callback');
  const common = useTranslations('ui');
  const { place, functionName, callbackId } = props;
  const flash = useFlash();
  const router = useRouter();
  const [kind, setKind] = useState<'success' | 'failure' | 'heartbeat'>('success');
  const [result, setResult] = useState('');
  const [failure, setFailure] = useState(noError);
  const [error, setError] = useState<ConsoleError>();
  const [isPending, startTransition] = useTransition();
  const send = () => {
    if (isPending) return;
    setError(undefined);
    const answer =
      kind === 'success' ? { kind, result } : kind === 'failure' ? { kind, error: failure } : { kind };
    startTransition(async () => {
      const sent = await sendCallbackAction({ place, functionName, callbackId, answer });
      if (!sent.ok) return setError(sent.error);
      flash.show({ kind: 'success', title: t('done') });
      props.onClose();
      router.refresh();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isPending && props.onClose()}
      title={t('title')}
      description={t('text')}
      onSubmit={send}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t('act')}
          </Button>
        </>
      }
    >
      <RadioGroup
        legend={t('answer')}
        name="answer"
        value={kind}
        onValueChange={setKind}
        options={[
          { value: 'success', label: t('success') },
          { value: 'failure', label: t('failure') },
          { value: 'heartbeat', label: t('heartbeat'), description: t('heartbeatText') },
        ]}
      />
      {kind === 'success' && (
        <TextAreaField
          label={t('result')}
          optional
          mono
          rows={4}
          error={error?.field === 'result' ? error.message : undefined}
          value={result}
          onChange={(event) => setResult(event.target.value)}
        />
      )}
      {kind === 'failure' && <ErrorFields value={failure} onChange={setFailure} />}
      {error && error.field !== 'result' && <Failure error={error} compact onRetry={null} />}
    </Dialog>
  );
}
