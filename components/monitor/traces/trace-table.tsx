import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import type { TraceList } from '@/lib/queries/traces';
import { routes, type Place } from '@/lib/routes';
import { TraceStatus } from './trace-status';

/** Traces of a function; each leads to its waterfall. */
export async function TraceTable(props: { place: Place; functionName: string; list: TraceList }) {
  const t = await getTranslator('metrics');
  const { traces, isCut } = props.list;
  return (
    <Card title={t('traces.title')} meta={`(${traces.length}${isCut ? '+' : ''})`} flush>
      {isCut && <p className="px-16 pb-8 text-12 text-muted">{t('traces.cut', { count: traces.length })}</p>}
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
          {traces.map((trace) => (
            <Row key={trace.id}>
              <Cell header>
                <TextLink
                  href={routes.monitorView(props.place, props.functionName, 'traces', { trace: trace.id })}
                >
                  <code className="text-12">{trace.id}</code>
                </TextLink>
                {trace.http !== undefined && (
                  <span className="block text-12 font-regular wrap-anywhere text-muted">{trace.http}</span>
                )}
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
