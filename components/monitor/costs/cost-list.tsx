import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import { lambdaPrices } from '@/lib/domain/lambda-prices';
import { getTranslator } from '@/lib/i18n/server';
import type { CostList as Costs } from '@/lib/queries/costs';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { dollars } from './dollars';

/** The functions that cost most, with the way to the estimate of each. */
export async function CostList(props: { place: Place; costs: Result<Costs, ConsoleError> }) {
  const { place, costs } = props;
  const t = await getTranslator('costs');
  if (!costs.ok) return <Failure error={costs.error} title={t('notRead')} compact />;
  const { rows, looked, isCut, total } = costs.data;
  if (rows.length === 0) {
    return (
      <Card title={t('listTitle')}>
        <EmptyLine>{t('listNone')}</EmptyLine>
      </Card>
    );
  }
  return (
    <Card title={t('listTitle')} flush>
      <Table caption={t('listTitle')}>
        <thead>
          <tr>
            <HeaderCell>{t('name')}</HeaderCell>
            <HeaderCell align="end">{t('invocations')}</HeaderCell>
            <HeaderCell align="end">{t('month')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name}>
              <Cell header>
                <TextLink href={routes.monitorView(place, row.name, 'metrics')}>{row.name}</TextLink>
              </Cell>
              <Cell align="end">{row.invocations.toLocaleString('en-US')}</Cell>
              <Cell align="end">{dollars(row.total)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="px-16 py-12 text-12 text-pretty text-muted">
        {t('listBasis', {
          region: lambdaPrices.region,
          date: lambdaPrices.inForceSince,
          looked,
          total: dollars(total),
        })}{' '}
        {isCut && t('listCut')} {t('listLeftOut')}
      </p>
    </Card>
  );
}
