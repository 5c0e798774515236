import type { ReactNode } from 'react';
import { DetailsSection } from '@/components/patterns/details-section';
import { JsonText } from '@/components/patterns/json-text';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import type { ExecutionDetail } from '@/lib/queries/durable';
import { routes, type Place } from '@/lib/routes';
import { ExecutionStatus } from './execution-status';
import { lengthOf } from './execution-table';

/** One execution: how it stands, what it was given and what came of it. */
export async function ExecutionFacts(props: {
  place: Place;
  functionName: string;
  execution: ExecutionDetail;
  /** Stop, while it runs. */
  acts: ReactNode;
}) {
  const t = await getTranslator('durable');
  const { execution } = props;
  const { startedAt, endedAt, traceId, timeoutSeconds, retentionDays, error } = execution;
  return (
    <>
      <DetailsSection
        title={execution.name || t('execution')}
        acts={props.acts}
        items={[
          { label: t('statusLabel'), value: <ExecutionStatus status={execution.status} /> },
          { label: t('started'), value: startedAt && <RelativeTime at={startedAt} /> },
          { label: t('ended'), value: endedAt && <RelativeTime at={endedAt} /> },
          { label: t('duration'), value: lengthOf(startedAt, endedAt) },
          { label: t('version'), value: execution.version },
          {
            label: t('trace'),
            value: traceId && (
              <TextLink
                href={routes.monitorView(props.place, props.functionName, 'traces', { trace: traceId })}
              >
                {traceId}
              </TextLink>
            ),
          },
          {
            label: t('timeout'),
            value: timeoutSeconds !== undefined && t('secondsOf', { count: timeoutSeconds }),
          },
          {
            label: t('retention'),
            value: retentionDays !== undefined && t('daysOf', { count: retentionDays }),
          },
          { label: t('key'), value: execution.kmsKey ?? t('awsKey') },
          {
            label: t('arn'),
            value: <CodeText text={execution.arn} copyLabel={t('copyArn')} />,
            wide: true,
          },
        ]}
      />
      {error && (
        <DetailsSection
          title={t('error.title')}
          items={[
            { label: t('error.type'), value: error.type },
            { label: t('error.message'), value: error.message, wide: true },
            {
              label: t('error.data'),
              value: error.data && <code className="text-12">{error.data}</code>,
              wide: true,
            },
            {
              label: t('error.stack'),
              value: error.stack.length > 0 && (
                <pre className="overflow-x-auto text-12">{error.stack.join('\n')}</pre>
              ),
              wide: true,
            },
          ]}
        />
      )}
      <div className="grid gap-16 desktop:grid-cols-2">
        <Payload title={t('input')} text={execution.input} none={t('nothing')} copyLabel={t('copyData')} />
        <Payload title={t('result')} text={execution.result} none={t('nothing')} copyLabel={t('copyData')} />
      </div>
    </>
  );
}

function Payload(props: { title: string; text: string | undefined; none: string; copyLabel: string }) {
  return (
    <Card title={props.title}>
      {props.text ? (
        <JsonText text={props.text} copyLabel={props.copyLabel} wrap />
      ) : (
        <p className="text-muted">{props.none}</p>
      )}
    </Card>
  );
}
