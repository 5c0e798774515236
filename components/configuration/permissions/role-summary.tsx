import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { JsonText } from '@/components/patterns/json-text';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { RoleSummary } from '@/lib/queries/role-policies';
import type { Result } from '@/lib/shared/result';

/** What the policies of the execution role allow, statement by statement, and who may assume it. */
export async function RoleSummaryCard(props: { summary: Result<RoleSummary, ConsoleError> }) {
  const t = await getTranslator('policies');
  const { summary } = props;
  const title = t('role.title');
  if (!summary.ok) {
    return (
      <Card title={title}>
        <Failure error={summary.error} compact />
      </Card>
    );
  }
  const { policies, trust } = summary.data;
  const lines = (words: readonly string[]) =>
    words.map((word) => (
      <code key={word} className="block text-12 wrap-anywhere">
        {word}
      </code>
    ));
  return (
    <Card title={title} meta={`(${policies.length})`} flush={policies.length > 0}>
      {policies.length === 0 && <EmptyLine>{t('role.none')}</EmptyLine>}
      {policies.length > 0 && (
        <Table caption={title}>
          <thead>
            <tr>
              <HeaderCell>{t('role.policy')}</HeaderCell>
              <HeaderCell>{t('role.actions')}</HeaderCell>
              <HeaderCell>{t('role.resources')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {policies.flatMap((policy) =>
              policy.grants.map((grant, index) => (
                <Row key={`${policy.name} ${index}`}>
                  <Cell header>
                    <span className="wrap-anywhere">{policy.name}</span>{' '}
                    {policy.isInline && <Chip>{t('role.inline')}</Chip>}{' '}
                    {grant.effect === 'Deny' && <Chip tone="danger">{grant.effect}</Chip>}
                  </Cell>
                  <Cell>{lines(grant.actions)}</Cell>
                  <Cell>{lines(grant.resources)}</Cell>
                </Row>
              )),
            )}
          </tbody>
        </Table>
      )}
      <div className={policies.length > 0 ? 'border-t border-edge p-16' : ''}>
        <p className="mb-8 text-12 text-muted">{t('role.hint')}</p>
        <Disclosure summary={t('role.document')}>
          <JsonText text={trust} copyLabel={t('role.copy')} />
        </Disclosure>
      </div>
    </Card>
  );
}
