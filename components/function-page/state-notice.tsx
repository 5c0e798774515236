'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Note, type NoteTone } from '@/components/ui/note';
import type { FunctionPage } from '@/lib/queries/function';
import { isInTransition } from './function-state';

const firstLookMs = 700;
const lookMsMax = 5_000;
/** With the growing pause about five minutes, as long as AWS's own waiters wait. */
const looksMax = 65;

/** Why the function cannot be invoked or changed just now. While AWS is at work the page looks again by itself. */
export function StateNotice({ facts }: { facts: FunctionPage }) {
  const t = useTranslations('functionPage.notice');
  const hasGivenUp = useLookAgain(isInTransition(facts));
  const { state, stateReason, stateReasonCode, lastUpdateStatus, lastUpdateStatusReason } = facts;
  const wait = hasGivenUp ? t('pendingLong') : undefined;

  if (state === 'Pending') {
    return <Notice tone="info" title={t('Pending')} text={wait ?? t('pendingText')} reason={stateReason} />;
  }
  if (state === 'Failed') {
    return <Notice tone="danger" title={t('Failed')} reason={stateReason} code={stateReasonCode} />;
  }
  if (lastUpdateStatus === 'InProgress') {
    return (
      <Notice
        tone="info"
        title={t('updating')}
        text={wait ?? t('updatingText')}
        reason={lastUpdateStatusReason}
      />
    );
  }
  if (lastUpdateStatus === 'Failed') {
    return (
      <Notice
        tone="danger"
        title={t('updateFailed')}
        text={t('updateFailedText')}
        reason={lastUpdateStatusReason}
      />
    );
  }
  if (state === 'Inactive') {
    return <Notice tone="warning" title={t('Inactive')} text={t('inactiveText')} reason={stateReason} />;
  }
  return null;
}

function Notice(props: {
  tone: NoteTone;
  title: string;
  text?: string;
  reason?: string | undefined;
  code?: string | undefined;
}) {
  const parts: ReactNode[] = [props.text, props.reason].filter(Boolean);
  return (
    <div role="status">
      <Note tone={props.tone} title={props.title}>
        {parts.map((part, index) => (
          <span key={index}>{part} </span>
        ))}
        {props.code && <code>({props.code})</code>}
      </Note>
    </div>
  );
}

/** Reads the page again until `isWaiting` ends, each time a little later; true when it has given up. */
function useLookAgain(isWaiting: boolean): boolean {
  const router = useRouter();
  const [looks, setLooks] = useState(0);
  const hasGivenUp = isWaiting && looks >= looksMax;
  useEffect(() => {
    if (!isWaiting) {
      setLooks(0);
      return undefined;
    }
    if (looks >= looksMax) return undefined;
    const timer = setTimeout(
      () => {
        // A hidden page is not read by anybody; it looks again when it is shown.
        if (document.visibilityState === 'visible') router.refresh();
        setLooks(looks + 1);
      },
      Math.min(firstLookMs * 1.3 ** looks, lookMsMax),
    );
    return () => clearTimeout(timer);
  }, [isWaiting, looks, router]);
  return hasGivenUp;
}
