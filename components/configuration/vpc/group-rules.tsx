import { EmptyLine } from '@/components/patterns/empty';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { RuleRow } from '@/lib/domain/security-rules';
import { getTranslator } from '@/lib/i18n/server';
import type { GroupView } from '@/lib/queries/network';

/** Rules of a function's security groups in one direction. */
export async function GroupRules(props: { direction: 'inbound' | 'outbound'; groups: readonly GroupView[] }) {
  const t = await getTranslator('operations');
  const { direction, groups } = props;
  const rows = groups.flatMap((group) => group[direction].map((rule) => ({ group, rule })));
  const title = t(direction === 'inbound' ? 'vpc.inboundRules' : 'vpc.outboundRules');
  return (
    <Card title={title} meta={`(${rows.length})`} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <EmptyLine>{t(direction === 'inbound' ? 'vpc.noInbound' : 'vpc.noOutbound')}</EmptyLine>
      ) : (
        <Table caption={title}>
          <thead>
            <tr>
              <HeaderCell>{t('vpc.securityGroup')}</HeaderCell>
              <HeaderCell>{t('vpc.protocol')}</HeaderCell>
              <HeaderCell>{t('vpc.ports')}</HeaderCell>
              <HeaderCell>{t(direction === 'inbound' ? 'vpc.source' : 'vpc.destination')}</HeaderCell>
              <HeaderCell>{t('vpc.description')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ group, rule }, index) => (
              <Row key={index}>
                <Cell header>
                  <code className="text-12">{group.id}</code>
                </Cell>
                <RuleCells rule={rule} all={t('vpc.all')} />
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function RuleCells({ rule, all }: { rule: RuleRow; all: string }) {
  return (
    <>
      <Cell>{rule.protocol === 'all' ? all : rule.protocol}</Cell>
      <Cell>{rule.ports === 'all' ? all : rule.ports || '–'}</Cell>
      <Cell>
        <code className="text-12">{rule.peer}</code>
      </Cell>
      <Cell muted>{rule.description || '–'}</Cell>
    </>
  );
}
