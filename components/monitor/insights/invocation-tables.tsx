import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import { sampleQueries } from '@/lib/domain/insights';
import { getTranslator } from '@/lib/i18n/server';
import type { InvocationRow } from '@/lib/queries/invocations';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

type Found = Result<readonly InvocationRow[], ConsoleError>;

/** The last invocations and those that cost most. What keeps one from being read keeps both, and is said once. */
export async function InvocationTables(props: {
  place: Place;
  functionName: string;
  recent: Found;
  expensive: Found;
}) {
  const { place, functionName, recent, expensive } = props;
  const t = await getTranslator('insights');
  if (!recent.ok) return <Failure error={recent.error} title={t('invocationsNotRead')} compact />;
  if (!expensive.ok) return <Failure error={expensive.error} title={t('invocationsNotRead')} compact />;
  return (
    <>
      <InvocationTable place={place} functionName={functionName} order="recent" rows={recent.data} />
      <InvocationTable place={place} functionName={functionName} order="expensive" rows={expensive.data} />
    </>
  );
}

/** Each invocation leads to its log stream. */
async function InvocationTable(props: {
  place: Place;
  functionName: string;
  order: 'recent' | 'expensive';
  rows: readonly InvocationRow[];
}) {
  const { place, functionName, order, rows } = props;
  const t = await getTranslator('insights');
  const title = t(order);
  const query = sampleQueries.find(({ id }) => id === (order === 'recent' ? 'latest' : 'expensive'))?.query;
  const figure = (value: number | undefined, unit: 'ms' | 'mb') =>
    value === undefined ? t('noValue') : t(unit, { value: String(Math.round(value * 100) / 100) });
  return (
    <Card
      title={title}
      meta={t('lastDay')}
      flush={rows.length > 0}
      acts={
        <ButtonLink
          size="small"
          href={routes.monitorView(place, functionName, 'insights', { q: query, range: '1d' })}
        >
          {t('openInsights')}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <EmptyLine>{t('invocationsNone')}</EmptyLine>
      ) : (
        <Table caption={title}>
          <thead>
            <tr>
              <HeaderCell>{t('timestamp')}</HeaderCell>
              <HeaderCell>{t('requestId')}</HeaderCell>
              <HeaderCell>{t('logStream')}</HeaderCell>
              <HeaderCell align="end">{t('duration')}</HeaderCell>
              <HeaderCell align="end">{t('billed')}</HeaderCell>
              <HeaderCell align="end">{t('memorySet')}</HeaderCell>
              <HeaderCell align="end">{t('memoryUsed')}</HeaderCell>
              {order === 'expensive' && <HeaderCell align="end">{t('gbSeconds')}</HeaderCell>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.requestId} ${row.time}`}>
                <Cell header>
                  <span className="whitespace-nowrap tabular-nums">{row.time}</span>
                </Cell>
                <Cell>
                  <code className="text-12 whitespace-nowrap">{row.requestId}</code>
                </Cell>
                <Cell>
                  <TextLink href={routes.logStream(place, functionName, row.stream)}>
                    <code className="text-12 wrap-anywhere">{row.stream}</code>
                  </TextLink>
                </Cell>
                <Figure>{figure(row.durationMs, 'ms')}</Figure>
                <Figure>{figure(row.billedMs, 'ms')}</Figure>
                <Figure>{figure(row.memorySizeMb, 'mb')}</Figure>
                <Figure>{figure(row.memoryUsedMb, 'mb')}</Figure>
                {order === 'expensive' && (
                  <Cell align="end">
                    {row.gbSeconds === undefined ? t('noValue') : row.gbSeconds.toFixed(4)}
                  </Cell>
                )}
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

/** A figure and its unit stay together. */
function Figure({ children }: { children: string }) {
  return (
    <Cell align="end">
      <span className="whitespace-nowrap">{children}</span>
    </Cell>
  );
}
