import type { Metadata } from 'next';
import { DeletePolicy } from '@/components/configuration/permissions/delete-policy';
import { RoleSummaryCard } from '@/components/configuration/permissions/role-summary';
import { StatementRow } from '@/components/configuration/permissions/statement-row';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { JsonText } from '@/components/patterns/json-text';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import { HeaderCell, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getResourcePolicy } from '@/lib/queries/invokers';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getRoleSummary } from '@/lib/queries/role-policies';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('permissions.title') };
}

export default async function PermissionsPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [found, policy] = await Promise.all([
    getFunction(place, functionName, qualifier),
    getResourcePolicy(place, functionName, qualifier),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name, role } = found.data;
  const [t, words, summary] = await Promise.all([
    getTranslator('configuration'),
    getTranslator('policies'),
    role === undefined ? undefined : getRoleSummary(place, role),
  ]);
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const statements = policy.ok ? (policy.data?.statements ?? []) : [];
  const addHref = withQuery(routes.editConfiguration(place, name, 'permissions'), { qualifier });
  return (
    <>
      <DetailsSection
        title={t('permissions.role')}
        items={[
          {
            label: t('permissions.roleName'),
            value: role && (
              <CodeText text={role.split(':role/')[1] ?? role} copyLabel={t('general.copyRole')} />
            ),
            hint: t('permissions.roleHint'),
          },
          {
            label: t('permissions.roleArn'),
            value: role && <CodeText text={role} cut="start" copyLabel={t('permissions.copyRoleArn')} />,
          },
          {
            label: t('general.title'),
            value: (
              <TextLink href={routes.editConfiguration(place, name, 'general')}>
                {t('permissions.changeRole')}
              </TextLink>
            ),
          },
        ]}
      />
      {summary && <RoleSummaryCard summary={summary} />}
      <Card
        title={t('permissions.statements')}
        meta={policy.ok ? `(${statements.length})` : undefined}
        flush={statements.length > 0}
        acts={
          <span className="inline-flex flex-wrap gap-8">
            <ButtonLink
              href={routes.editPolicy(place, name, { qualifier })}
              size="small"
              disabledReason={refusedReason}
            >
              {words('editJson')}
            </ButtonLink>
            {statements.length > 0 && (
              <DeletePolicy
                place={place}
                functionName={name}
                qualifier={qualifier}
                refusedReason={refusedReason}
              />
            )}
            <ButtonLink href={addHref} size="small" shortcut="edit" disabledReason={refusedReason}>
              {t('permissions.add')}
            </ButtonLink>
          </span>
        }
      >
        {!policy.ok && <Failure error={policy.error} compact />}
        {policy.ok && policy.data === null && <EmptyLine>{t('permissions.none')}</EmptyLine>}
        {statements.length > 0 && (
          <Table caption={t('permissions.statements')}>
            <thead>
              <tr>
                <HeaderCell>{t('permissions.statementId')}</HeaderCell>
                <HeaderCell>{t('permissions.principal')}</HeaderCell>
                <HeaderCell>{t('permissions.conditions')}</HeaderCell>
                <HeaderCell>{t('permissions.action')}</HeaderCell>
                <HeaderCell align="end">
                  <span className="sr-only">{t('permissions.acts')}</span>
                </HeaderCell>
              </tr>
            </thead>
            <tbody>
              {statements.map((statement, index) => (
                <StatementRow
                  key={statement.id ?? index}
                  place={place}
                  functionName={name}
                  qualifier={qualifier}
                  statement={statement}
                  refusedReason={refusedReason}
                  words={{
                    unnamed: t('permissions.unnamed'),
                    unnamedReason: t('permissions.unnamedReason'),
                    deny: t('permissions.deny'),
                  }}
                />
              ))}
            </tbody>
          </Table>
        )}
        {policy.ok && policy.data !== null && (
          <div className="border-t border-edge p-16">
            <Disclosure summary={t('permissions.viewPolicy')}>
              <JsonText text={policy.data.text} copyLabel={t('permissions.copyPolicy')} />
            </Disclosure>
          </div>
        )}
      </Card>
    </>
  );
}
