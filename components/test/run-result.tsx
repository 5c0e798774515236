'use client';

import { RotateCcw } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { JsonText } from '@/components/patterns/json-text';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Note } from '@/components/ui/note';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { toneClass } from '@/components/ui/tone';
import { errorDocument, type InvocationResult } from '@/lib/domain/invocation';
import type { Run } from '@/lib/domain/test-run';
import { routes, withQuery, type Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import { LogOutput } from './log-output';

/** What became of a run: the verdict, its figures, what the function answered and what it wrote. */
export function RunResult(props: {
  run: Run;
  place: Place;
  functionName: string;
  refusedReason: string | undefined;
  /** Makes the same run again: its event, its version or alias, its way of answering. */
  onAgain: () => void;
}) {
  const t = useTranslations('test');
  const { place, functionName } = props;
  const { outcome, event, settings } = props.run;
  if (outcome.kind === 'refused') {
    return (
      <section aria-label={`${t('executing')}: ${t('notRun')}`} className="p-16">
        <Failure error={outcome.error} title={t('notInvoked')} compact onRetry={props.onAgain} />
      </section>
    );
  }
  if (outcome.kind === 'cancelled') {
    return (
      <section aria-label={`${t('executing')}: ${t('cancelled')}`} className="p-16">
        <Note tone="info" title={t('cancelledTitle')}>
          {t('cancelledText')}
        </Note>
      </section>
    );
  }
  const { result } = outcome;
  const hasFailed = result.functionError !== undefined;
  const verdict = `${t('executing')}: ${hasFailed ? t('failed') : t('succeeded')}`;
  return (
    <section aria-label={verdict} className="flex flex-col gap-16 p-16">
      <div
        className={`flex flex-wrap items-center gap-x-12 gap-y-4 rounded-8 border px-12 py-8 ${toneClass[hasFailed ? 'danger' : 'success']}`}
      >
        <span className="font-semibold">
          <Status look={hasFailed ? 'danger' : 'success'}>{verdict}</Status>
        </span>
        <span className="text-muted">
          {result.report.initDurationMs === undefined ? t('warm') : t('cold')}
        </span>
        <span className="ml-auto flex min-w-0 items-center gap-4 text-12 text-muted">
          {t('requestId')}
          <code data-tooltip={result.requestId}>{shorten(result.requestId)}</code>
          <CopyButton text={result.requestId} label={t('copyRequestId')} />
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-12 gap-y-4">
        <Button
          size="small"
          icon={<RotateCcw aria-hidden size={14} strokeWidth={1.75} />}
          disabledReason={props.refusedReason ?? (event === undefined ? t('eventNotKept') : undefined)}
          onClick={props.onAgain}
        >
          {t('runAgain')}
        </Button>
        <span className="text-12 text-muted">
          {t('ranAs', { qualifier: settings.qualifier ?? '$LATEST' })}
        </span>
      </div>
      {hasFailed && <FunctionError result={result} />}
      <Figures result={result} />
      {result.traceId !== undefined && (
        <p className="flex flex-wrap items-center gap-x-8 text-12 text-muted">
          {t('traced')} <code>{result.traceId}</code>
          <TextLink href={routes.monitorView(place, functionName, 'traces', { trace: result.traceId })}>
            {t('viewTrace')}
          </TextLink>
        </p>
      )}
      {!hasFailed && (
        <div className="flex flex-col gap-8">
          <JsonText text={result.payload} title={t('response')} copyLabel={t('copyResponse')} wrap />
          <CutNote result={result} />
        </div>
      )}
      {result.partialResponse !== undefined && result.partialResponse !== '' && (
        <JsonText text={result.partialResponse} title={t('partial')} copyLabel={t('copyResponse')} wrap />
      )}
      <LogOutput
        log={result.log}
        // Every line that Lambda and the runtimes write of a run has its id; a search finds no other run's.
        wholeHref={withQuery(routes.functionTab(place, functionName, 'monitor'), {
          q: `"${result.requestId}"`,
          range: 'all',
        })}
      />
    </section>
  );
}

/** Beginning and end of a request id tell it apart; the whole is copied and in the tooltip. */
const shorten = (id: string) => (id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id);

function FunctionError({ result }: { result: InvocationResult }) {
  const t = useTranslations('test');
  const document = errorDocument(result.payload);
  if (!document) {
    return (
      <div className="flex flex-col gap-8">
        <JsonText text={result.payload} title={result.functionError} copyLabel={t('copyResponse')} wrap />
        <CutNote result={result} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <div>
        <h3 className="text-16 wrap-anywhere text-danger-text">
          {document.errorType ?? result.functionError}
        </h3>
        <p className="mt-2 wrap-anywhere whitespace-pre-wrap">{document.errorMessage ?? t('noMessage')}</p>
      </div>
      {document.stackTrace.length > 0 && (
        <pre
          tabIndex={0}
          aria-label={t('stackTrace')}
          className="max-h-split overflow-auto rounded-8 border border-edge-strong bg-code-ground p-12 text-13 text-code-text"
        >
          {document.stackTrace.join('\n')}
        </pre>
      )}
      <details>
        <summary className="w-fit rounded-4 text-12 text-muted">{t('wholeResponse')}</summary>
        <div className="mt-8">
          <JsonText text={result.payload} title={t('response')} copyLabel={t('copyResponse')} wrap />
        </div>
      </details>
    </div>
  );
}

function CutNote({ result }: { result: InvocationResult }) {
  const t = useTranslations('test');
  // Bytes against characters: a text that was cut is always shorter than its bytes by far more than its letters.
  if (new TextEncoder().encode(result.payload).length >= result.payloadBytes) return null;
  return <p className="text-12 text-muted">{t('cut', { size: formatBytes(result.payloadBytes) })}</p>;
}

function Figures({ result }: { result: InvocationResult }) {
  const t = useTranslations('test');
  const format = useFormatter();
  const { report } = result;
  const ms = (value: number | undefined) =>
    value === undefined
      ? undefined
      : { value: format.number(value, { maximumFractionDigits: 2 }), unit: 'ms' };
  const memory =
    report.maxMemoryUsedMb === undefined
      ? undefined
      : {
          value: format.number(report.maxMemoryUsedMb),
          unit: report.memorySizeMb === undefined ? 'MB' : t('ofMemory', { memory: report.memorySizeMb }),
        };
  const figures = [
    { label: t('duration'), figure: ms(report.durationMs) },
    { label: t('billedDuration'), figure: ms(report.billedDurationMs) },
    { label: t('initDuration'), figure: ms(report.initDurationMs) },
    { label: t('maxMemory'), figure: memory },
  ];
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <div className="flex flex-col gap-8">
      <dl className="grid grid-cols-2 rounded-8 border border-edge-strong tablet:flex">
        {figures.map(({ label, figure }) => (
          <div
            key={label}
            className="flex-auto border-edge px-12 py-8 not-first:border-l max-tablet:odd:border-l-0 max-tablet:nth-[n+3]:border-t"
          >
            <dt className="text-12 whitespace-nowrap text-muted">{label}</dt>
            <dd className="whitespace-nowrap">
              {figure ? (
                <>
                  <span className="text-16 font-semibold tabular-nums">{figure.value}</span>{' '}
                  <span className="text-12 text-muted">{figure.unit}</span>
                </>
              ) : (
                <span className="text-16 text-muted">–</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap gap-x-16 gap-y-4 text-12 text-muted tabular-nums">
        <span>{t('roundTrip', { ms: result.roundTripMs })}</span>
        <span>{t('statusCode', { code: result.statusCode })}</span>
        {result.firstByteMs !== undefined && <span>{t('firstByte', { ms: result.firstByteMs })}</span>}
        {result.executedVersion && <span>{t('version', { version: result.executedVersion })}</span>}
        <span>
          {format.dateTime(new Date(result.at), { dateStyle: 'medium', timeStyle: 'medium', timeZone })}
        </span>
      </p>
    </div>
  );
}
