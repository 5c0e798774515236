import { EmptyLine } from '@/components/patterns/empty';
import { JsonText } from '@/components/patterns/json-text';
import { Disclosure } from '@/components/ui/disclosure';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { getTranslator } from '@/lib/i18n/server';
import type { ShownEvent } from '@/lib/queries/durable-events';

/** One page of the events of an execution, each with its data to unfold. */
export async function EventHistory({ events }: { events: readonly ShownEvent[] }) {
  const t = await getTranslator('durable');
  if (events.length === 0) return <EmptyLine>{t('noEvents')}</EmptyLine>;
  return (
    <Table caption={t('history')}>
      <thead>
        <tr>
          <HeaderCell>{t('eventId')}</HeaderCell>
          <HeaderCell>{t('eventType')}</HeaderCell>
          <HeaderCell>{t('operation')}</HeaderCell>
          <HeaderCell>{t('time')}</HeaderCell>
          <HeaderCell>{t('data')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell header>{event.id}</Cell>
            <Cell>{event.type}</Cell>
            <Cell>{event.name || '–'}</Cell>
            <Cell>{event.at ? <RelativeTime at={event.at} /> : '–'}</Cell>
            <Cell>
              {event.data ? (
                <Disclosure
                  summary={t('showData', { id: event.id })}
                  meta={event.isTruncated ? t('truncated') : undefined}
                >
                  <JsonText text={event.data} copyLabel={t('copyData')} wrap />
                </Disclosure>
              ) : (
                '–'
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
