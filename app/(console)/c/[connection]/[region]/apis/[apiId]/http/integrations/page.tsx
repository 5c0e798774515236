import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { RemoveIntegration } from '@/components/apis/http/pages/remove-part';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { integrationName } from '@/lib/domain/http-api/http-api';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getHttpParts } from '@/lib/queries/http-parts';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('integrations.title') };
}

export default async function IntegrationsPage(props: ApiPageProps) {
  const { place, apiId, query, refusedReason } = await openApiPage(props);
  const [found, api, t, words] = await Promise.all([
    getHttpParts(place, apiId),
    getApi(place, apiId, 'HTTP'),
    getTranslator('httpPages'),
    getTranslator('httpApis'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const { integrations, routes: all } = found.data;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.httpApi(place, apiId, 'integrations', 'create')}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={refusedReason}
      shortcut="create"
    >
      {t('integrations.create')}
    </ButtonLink>
  );
  if (integrations.length === 0)
    return <Empty title={t('integrations.none')} text={t('integrations.noneText')} acts={create} />;
  const apiName = api.ok ? api.data.name : apiId;
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      <div className="flex flex-wrap items-center gap-12">
        <h2 className="text-16">
          {t('integrations.title')} <span className="font-regular text-muted">({integrations.length})</span>
        </h2>
        <span className="ml-auto">{create}</span>
      </div>
      <Table caption={t('integrations.title')}>
        <thead>
          <tr>
            <HeaderCell>{t('integrations.target')}</HeaderCell>
            <HeaderCell>{t('integrations.type')}</HeaderCell>
            <HeaderCell>{t('integrations.id')}</HeaderCell>
            <HeaderCell align="end">{t('integrations.timeout')}</HeaderCell>
            <HeaderCell>{t('routesUsing')}</HeaderCell>
            <HeaderCell>
              <span className="sr-only">{t('actions')}</span>
            </HeaderCell>
          </tr>
        </thead>
        <tbody>
          {integrations.map((one) => {
            const using = all.filter(({ integrationId }) => integrationId === one.id);
            return (
              <Row key={one.id} id={one.id} isCurrent={one.id === query.integration}>
                <Cell header>
                  <span className="font-medium wrap-anywhere">{integrationName(one)}</span>
                </Cell>
                <Cell>
                  <span className="whitespace-nowrap">
                    {words(`kinds.${one.kind}`)}{' '}
                    {one.kind === 'lambda' && <Chip mono>{one.payloadVersion}</Chip>}
                  </span>
                </Cell>
                <Cell>
                  <span className="font-mono text-13 whitespace-nowrap">{one.id}</span>
                </Cell>
                <Cell align="end">{one.timeoutMs.toLocaleString('en-US')} ms</Cell>
                <Cell muted={using.length === 0}>
                  <span className="font-mono text-12">
                    {using
                      .slice(0, 3)
                      .map(({ key }) => key)
                      .join(', ') || '–'}
                    {using.length > 3 && ` +${using.length - 3}`}
                  </span>
                </Cell>
                <Cell align="end">
                  {one.isManaged ? (
                    <Chip>{t('managed')}</Chip>
                  ) : (
                    <span className="inline-flex gap-8">
                      <ButtonLink
                        size="small"
                        href={routes.httpApi(place, apiId, 'integrations', one.id, 'edit')}
                        disabledReason={refusedReason}
                      >
                        {t('edit')}
                      </ButtonLink>
                      <RemoveIntegration
                        place={place}
                        apiId={apiId}
                        apiName={apiName}
                        id={one.id}
                        name={integrationName(one)}
                        routeCount={using.length}
                        refusedReason={refusedReason}
                      />
                    </span>
                  )}
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
