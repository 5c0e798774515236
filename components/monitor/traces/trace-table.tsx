import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import type { TraceSummary } from '@/lib/queries/traces';
import { routes, type Place } from '@/lib/routes';
import { TraceStatus } from './trace-status';

/** Traces of a function; each leads to its waterfall. */
export async function TraceTable(props: {
  place: Place;
  functionName: string;
  traces: readonly TraceSummary[];
}) {
  const t = await getTranslator('metrics');
  return (
    <Card title={t('traces.title')} meta={`(${props.traces.length})`} flush>
      <Table caption={t('traces.title')}>
        <thead>
          <tr>
            <HeaderCell>{t('traces.id')}</HeaderCell>
            <HeaderCell>
              <span className="max-tablet:sr-only">{t('traces.started')}</span>
            </HeaderCell>
            <HeaderCell>{t('traces.outcome')}</HeaderCell>
            <HeaderCell align="end">{t('traces.duration')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {props.traces.map((trace) => (
            <Row key={trace.id}>
              <Cell header>
                <TextLink
                  href={routes.monitorView(props.place, props.functionName, 'traces', { trace: trace.id })}
                >
                  <code className="text-12">{trace.id}</code>
                </TextLink>
                {/* On a phone there is no room for a column of it. */}
                <span className="block text-12 text-muted tablet:hidden">
                  {trace.startedAt && <RelativeTime at={trace.startedAt} />}
                </span>
              </Cell>
              <Cell>
                <span className="max-tablet:hidden">
                  {trace.startedAt && <RelativeTime at={trace.startedAt} />}
                </span>
              </Cell>
              <Cell>
                <TraceStatus outcome={trace.outcome} word={t(`traces.${trace.outcome}`)} />
              </Cell>
              <Cell align="end">
                <span className="whitespace-nowrap">
                  {trace.durationMs === undefined
                    ? t('gap')
                    : t('ms', { value: trace.durationMs.toFixed(0) })}
                </span>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
