'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { CodeBlock } from '@/components/patterns/code-block';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { JsonText } from '@/components/patterns/json-text';
import { Chip } from '@/components/ui/chip';
import { Segmented } from '@/components/ui/segmented';
import type { ActionResult } from '@/lib/domain/console-error';
import type { TestAnswer } from '@/lib/domain/rest-api/test-call';

/** Status, latency, body or headers, and AWS's log of the call. */
export function TestResult(props: { outcome: ActionResult<TestAnswer> | undefined; isRunning: boolean }) {
  const t = useTranslations('restTest');
  const { outcome, isRunning } = props;
  return (
    <section
      aria-label={t('result')}
      aria-busy={isRunning || undefined}
      className="flex min-w-0 flex-1 flex-col gap-12"
    >
      {isRunning && <p className="text-muted">{t('running')}</p>}
      {!outcome && !isRunning && <EmptyLine>{t('empty')}</EmptyLine>}
      {outcome && !outcome.ok && <Failure error={outcome.error} title={t('failed')} compact onRetry={null} />}
      {outcome?.ok && <Answer answer={outcome.data} />}
    </section>
  );
}

function Answer({ answer }: { answer: TestAnswer }) {
  const t = useTranslations('restTest');
  const [view, setView] = useState<'body' | 'headers'>('body');
  const { status, body } = answer;
  const headers = JSON.stringify(answer.headers, null, 2);
  return (
    <>
      <div className="flex flex-wrap items-center gap-12">
        <Chip tone={status >= 500 ? 'danger' : status >= 400 ? 'warning' : 'success'} mono>
          {t('status', { status })}
        </Chip>
        <span>
          <span className="text-muted">{t('latency')}</span>{' '}
          <span className="tabular-nums">{t('ms', { value: answer.latencyMs.toLocaleString('en-US') })}</span>
        </span>
        <span className="ml-auto">
          <Segmented
            label={t('view')}
            options={[
              { value: 'body', label: t('answerBody') },
              { value: 'headers', label: t('answerHeaders') },
            ]}
            value={view}
            onValueChange={setView}
          />
        </span>
      </div>
      {view === 'headers' && <JsonText text={headers} title={t('answerHeaders')} />}
      {view === 'body' &&
        (body === '' ? (
          <EmptyLine>{t('noBody')}</EmptyLine>
        ) : (
          <JsonText text={body} title={t('answerBody')} copyLabel={t('copyBody')} wrap />
        ))}
      {view === 'body' && answer.isCut && (
        <p className="text-12 text-muted">{t('cut', { bytes: answer.bodyBytes.toLocaleString('en-US') })}</p>
      )}
      <CodeBlock text={answer.log} title={t('log')} copyLabel={t('copyLog')} wrap />
    </>
  );
}
