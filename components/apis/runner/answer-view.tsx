'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { JsonText } from '@/components/patterns/json-text';
import { CodeText } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import { Note } from '@/components/ui/note';
import { Status, type StatusLook } from '@/components/ui/status';
import { Cell, Row, Table } from '@/components/ui/table';
import { toneClass, type Tone } from '@/components/ui/tone';
import { adviceOf } from '@/lib/domain/answer-advice';
import type { ApiAnswer } from '@/lib/domain/api-request';
import { formatBytes } from '@/lib/shared/bytes';

const looks: readonly (readonly [below: number, look: StatusLook, tone: Tone])[] = [
  [300, 'success', 'success'],
  [400, 'unknown', 'info'],
  [500, 'warning', 'warning'],
];

/** How an answer of this status looks. */
export function lookOf(status: number): { look: StatusLook; tone: Tone } {
  const [, look = 'danger', tone = 'danger'] = looks.find(([below]) => status < below) ?? [];
  return { look, tone };
}

/** The status, its figures, the body laid out, and the headers. */
export function AnswerView({ answer }: { answer: ApiAnswer }) {
  const t = useTranslations('apiRunner');
  const format = useFormatter();
  const { look, tone } = lookOf(answer.status);
  const status = `${answer.status} ${answer.statusText}`.trim();
  const advice = adviceOf(answer);
  const figures = [
    { label: t('duration'), text: `${format.number(answer.durationMs)} ms` },
    { label: t('firstByte'), text: `${format.number(answer.firstByteMs)} ms` },
    { label: t('size'), text: formatBytes(answer.bodyBytes) },
  ];
  return (
    <section aria-label={t('status', { status })} className="flex min-w-0 flex-col gap-16 p-16">
      <div className={`rounded-8 border px-12 py-8 font-semibold ${toneClass[tone]}`}>
        <Status look={look}>{status}</Status>
      </div>
      {advice && (
        <Note tone="info">
          {advice.kind === 'token'
            ? t('advice.token', { reason: advice.reason })
            : t(`advice.${advice.kind}`)}
        </Note>
      )}
      <dl className="grid grid-cols-3 rounded-8 border border-edge-strong">
        {figures.map(({ label, text }) => (
          <div key={label} className="border-edge px-12 py-8 not-first:border-l">
            <dt className="text-12 text-muted">{label}</dt>
            <dd className="text-16 font-semibold whitespace-nowrap tabular-nums">{text}</dd>
          </div>
        ))}
      </dl>
      <div className="min-w-0 text-12 text-muted">
        {t('sentTo')} <CodeText text={answer.url} />
      </div>
      <AnswerBody answer={answer} />
      <Disclosure open summary={t('responseHeaders')} meta={answer.headers.length}>
        <Table caption={t('responseHeaders')}>
          <tbody>
            {answer.headers.map(([name, value], index) => (
              <Row key={index}>
                <Cell header>
                  <code className="text-12 wrap-anywhere">{name}</code>
                </Cell>
                <Cell>
                  <code className="text-12 break-all">{value}</code>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </section>
  );
}

function AnswerBody({ answer }: { answer: ApiAnswer }) {
  const t = useTranslations('apiRunner');
  const size = formatBytes(answer.bodyBytes);
  if (answer.bodyBytes === 0) return <p className="text-muted">{t('emptyBody')}</p>;
  if (answer.isBinary) {
    const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
    return <p className="text-muted">{t('binary', { type: type ?? t('unknownType'), size })}</p>;
  }
  const isCut = new TextEncoder().encode(answer.body).length < answer.bodyBytes;
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <JsonText text={answer.body} title={t('responseBody')} copyLabel={t('copyBody')} wrap />
      {isCut && <p className="text-12 text-muted">{t(answer.isComplete ? 'cut' : 'tooLong', { size })}</p>}
    </div>
  );
}
