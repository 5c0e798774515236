import type { Metadata } from 'next';
import { ProxyCode } from '@/components/configuration/rds/proxy-code';
import { ProxyTable } from '@/components/configuration/rds/proxy-table';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { getTranslator } from '@/lib/i18n/server';
import { listFunctionProxies } from '@/lib/queries/database-proxies';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getSection } from '@/lib/queries/sections';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('rds') };
}

export default async function RdsPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [section, found, t, names, shared] = await Promise.all([
    getSection(place, functionName, 'vpc', qualifier),
    getFunction(place, functionName, qualifier),
    getTranslator('databases'),
    getTranslator('sections'),
    getTranslator('configuration'),
  ]);
  if (!section.ok) return <QualifierFailure qualifier={qualifier} error={section.error} />;

  const { vpc } = section.data.values;
  const role = found.ok ? found.data.role : undefined;
  // Outside of VPCs there is nothing to reach.
  const listed = vpc === '' ? undefined : await listFunctionProxies(place, vpc, role);
  const proxies = listed?.ok ? listed.data : [];
  const refusedReason = mayChange ? undefined : shared('roleNeeded');
  return (
    <Card
      title={names('rds')}
      meta={listed?.ok ? `(${proxies.length})` : undefined}
      flush={proxies.length > 0}
      acts={
        <span className="inline-flex flex-wrap gap-8">
          {qualifier === undefined && (
            <ButtonLink
              href={routes.editConfiguration(place, functionName, 'vpc')}
              size="small"
              disabledReason={refusedReason}
            >
              {t('goVpc')}
            </ButtonLink>
          )}
          {listed && (
            <ButtonLink
              href={withQuery(routes.editConfiguration(place, functionName, 'rds'), { qualifier })}
              size="small"
              shortcut="edit"
              disabledReason={refusedReason}
            >
              {t('add')}
            </ButtonLink>
          )}
        </span>
      }
    >
      {!listed && <EmptyLine>{t('noVpc')}</EmptyLine>}
      {listed?.ok === false && <Failure error={listed.error} compact />}
      {listed?.ok && proxies.length === 0 && <EmptyLine>{t('none')}</EmptyLine>}
      {proxies.length > 0 && (
        <>
          <ProxyTable
            caption={names('rds')}
            {...{ place, functionName, qualifier, proxies, refusedReason }}
          />
          <div className="flex flex-col gap-16 p-16">
            {proxies.map((proxy) => (
              <ProxyCode key={proxy.name} place={place} functionName={functionName} proxy={proxy} />
            ))}
          </div>
        </>
      )}
      <p className={`text-12 text-muted ${proxies.length > 0 ? 'p-16' : 'mt-12'}`}>{t('hint')}</p>
    </Card>
  );
}
