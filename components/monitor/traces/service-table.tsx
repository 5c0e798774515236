import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { MapCalls, ServiceMap } from '@/lib/domain/service-map';
import { getTranslator } from '@/lib/i18n/server';

/** Everything that the map shows, for reading. */
export async function ServiceTable({ map }: { map: ServiceMap }) {
  const t = await getTranslator('metrics');
  const nameOf = new Map(map.services.map(({ id, name }) => [id, name]));
  const calledBy = (id: string) =>
    map.edges
      .filter(({ from }) => from === id)
      .map(({ to }) => nameOf.get(to) ?? to)
      .join(', ');
  const counts: readonly (keyof Omit<MapCalls, 'averageMs'>)[] = ['total', 'faults', 'errors', 'throttles'];
  return (
    <Card title={t('traces.services')} meta={`(${map.services.length})`} flush>
      <Table caption={t('traces.services')}>
        <thead>
          <tr>
            <HeaderCell>{t('traces.service')}</HeaderCell>
            <HeaderCell>{t('traces.callsTo')}</HeaderCell>
            <HeaderCell align="end">{t('traces.calls')}</HeaderCell>
            <HeaderCell align="end">{t('traces.faults')}</HeaderCell>
            <HeaderCell align="end">{t('traces.errors')}</HeaderCell>
            <HeaderCell align="end">{t('traces.throttles')}</HeaderCell>
            <HeaderCell align="end">{t('traces.average')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {map.services.map(({ id, name, type, calls }) => (
            <Row key={id}>
              <Cell header>
                {name}{' '}
                <span className="block text-12 text-muted">
                  {type === 'client' ? t('traces.client') : type}
                </span>
              </Cell>
              <Cell>{calledBy(id)}</Cell>
              {counts.map((count) => (
                <Cell key={count} align="end">
                  {calls ? calls[count] : t('gap')}
                </Cell>
              ))}
              <Cell align="end">
                <span className="whitespace-nowrap">
                  {calls?.averageMs === undefined ? t('gap') : t('ms', { value: calls.averageMs.toFixed(0) })}
                </span>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
