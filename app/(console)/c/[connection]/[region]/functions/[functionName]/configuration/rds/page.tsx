import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { getTranslator } from '@/lib/i18n/server';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getSection, listDatabaseProxies } from '@/lib/queries/sections';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('rds') };
}

export default async function RdsPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const section = await getSection(place, functionName, 'vpc', qualifier);
  if (!section.ok) return <QualifierFailure qualifier={qualifier} error={section.error} />;

  const { vpc } = section.data.values;
  const [proxies, t, names, shared] = await Promise.all([
    vpc === '' ? undefined : listDatabaseProxies(place), // Outside of VPCs there is nothing to reach.
    getTranslator('operations'),
    getTranslator('sections'),
    getTranslator('configuration'),
  ]);
  const reachable = proxies?.ok ? proxies.data.filter((proxy) => proxy.vpc === vpc) : [];
  return (
    <Card
      title={names('rds')}
      meta={proxies?.ok ? `(${reachable.length})` : undefined}
      flush={reachable.length > 0}
      acts={
        qualifier === undefined && (
          <ButtonLink
            href={routes.editConfiguration(place, functionName, 'vpc')}
            size="small"
            disabledReason={mayChange ? undefined : shared('roleNeeded')}
          >
            {t('rds.goVpc')}
          </ButtonLink>
        )
      }
    >
      {!proxies && <EmptyLine>{t('rds.noVpc')}</EmptyLine>}
      {proxies?.ok === false && <Failure error={proxies.error} compact />}
      {proxies?.ok && reachable.length === 0 && <EmptyLine>{t('rds.none')}</EmptyLine>}
      {reachable.length > 0 && (
        <Table caption={names('rds')}>
          <thead>
            <tr>
              <HeaderCell>{t('rds.name')}</HeaderCell>
              <HeaderCell>{t('rds.engine')}</HeaderCell>
              <HeaderCell>{t('rds.status')}</HeaderCell>
              <HeaderCell>{t('rds.endpoint')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {reachable.map((proxy) => (
              <Row key={proxy.name}>
                <Cell header>{proxy.name}</Cell>
                <Cell>{proxy.engine}</Cell>
                <Cell>{proxy.status}</Cell>
                <Cell>
                  <CodeText
                    text={proxy.endpoint}
                    cut="end"
                    copyLabel={t('rds.copyEndpoint', { name: proxy.name })}
                  />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <p className={`text-12 text-muted ${reachable.length > 0 ? 'p-16' : 'mt-12'}`}>{t('rds.hint')}</p>
    </Card>
  );
}
