import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { durationWords } from '@/lib/domain/durable-execution';
import { getTranslator } from '@/lib/i18n/server';
import type { ExecutionRow } from '@/lib/queries/durable';
import { computeRoutes } from '@/lib/compute-routes';
import type { Place } from '@/lib/routes';
import { ExecutionStatus } from './execution-status';

/** How long something took that has ended; undefined while it goes on. */
export function lengthOf(startedAt: string | undefined, endedAt: string | undefined): string | undefined {
  if (startedAt === undefined || endedAt === undefined) return undefined;
  return durationWords(Date.parse(endedAt) - Date.parse(startedAt));
}

/** Executions of a durable function, each leading to its own page. */
export async function ExecutionTable(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  rows: readonly ExecutionRow[];
}) {
  const t = await getTranslator('durable');
  const { place, functionName, qualifier } = props;
  return (
    <Table caption={t('executions')}>
      <thead>
        <tr>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('version')}</HeaderCell>
          <HeaderCell>{t('statusLabel')}</HeaderCell>
          <HeaderCell>{t('started')}</HeaderCell>
          <HeaderCell>{t('ended')}</HeaderCell>
          <HeaderCell>{t('duration')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ arn, name, version, status, startedAt, endedAt }) => (
          <Row key={arn}>
            <Cell header>
              <TextLink
                strong
                href={computeRoutes.durableExecutions(place, functionName, { execution: arn, qualifier })}
              >
                {name || arn}
              </TextLink>
            </Cell>
            <Cell>{version}</Cell>
            <Cell>
              <ExecutionStatus status={status} />
            </Cell>
            <Cell>{startedAt ? <RelativeTime at={startedAt} /> : '–'}</Cell>
            <Cell>{endedAt ? <RelativeTime at={endedAt} /> : '–'}</Cell>
            <Cell>{lengthOf(startedAt, endedAt) ?? '–'}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
