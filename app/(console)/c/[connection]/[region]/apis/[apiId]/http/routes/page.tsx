import { Plus, Waypoints } from 'lucide-react';
import type { Metadata } from 'next';
import { PermissionNote } from '@/components/apis/http/routes/permission-note';
import { RouteList } from '@/components/apis/http/routes/route-list';
import { RoutePanel } from '@/components/apis/http/routes/route-panel';
import { WhichRoute } from '@/components/apis/http/routes/which-route';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { WithSidePanel } from '@/components/patterns/side-panel';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { integrationName, type HttpIntegration, type HttpRoute } from '@/lib/domain/http-api/http-api';
import { routeCall, routeSource } from '@/lib/domain/http-api/route-source';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getInvokePermission } from '@/lib/queries/function-permission';
import { getHttpParts } from '@/lib/queries/http-parts';
import { getHttpStages } from '@/lib/queries/http-stages';
import { openApiPage, type ApiPageProps, type OpenedApiPage } from '@/lib/queries/open-api-page';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpApis');
  return { title: t('routes') };
}

/** Whether the function of a route lets it in, for routes that call one. */
async function Permission(props: {
  opened: OpenedApiPage;
  route: HttpRoute;
  integration: HttpIntegration | undefined;
}) {
  const { route, integration } = props;
  const { place, apiId, refusedReason } = props.opened;
  const functionArn = integration?.functionArn;
  if (!integration || functionArn === undefined) return null;
  const name = integrationName(integration);
  if (integration.credentialsArn) {
    const t = await getTranslator('httpApis');
    return <Note tone="info">{t('permission.byRole', { name, role: integration.credentialsArn })}</Note>;
  }
  const stages = await getHttpStages(place, apiId);
  const stage = (stages.ok && stages.data[0]?.name) || '$default';
  return (
    <PermissionNote
      place={place}
      apiId={apiId}
      functionArn={functionArn}
      functionName={name}
      source={routeSource(route.method, route.path)}
      permission={await getInvokePermission(
        place,
        functionArn,
        apiId,
        routeCall(stage, route.method, route.path),
      )}
      refusedReason={refusedReason}
    />
  );
}

export default async function RoutesPage(props: ApiPageProps) {
  const opened = await openApiPage(props);
  const { place, apiId, query, refusedReason } = opened;
  const [found, api, t] = await Promise.all([
    getHttpParts(place, apiId),
    getApi(place, apiId, 'HTTP'),
    getTranslator('httpApis'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const parts = found.data;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.httpApi(place, apiId, 'routes', 'create')}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={refusedReason}
      shortcut="create"
    >
      {t('createRoute')}
    </ButtonLink>
  );
  if (parts.routes.length === 0)
    return <Empty title={t('noRoutes')} text={t('noRoutesText')} acts={create} />;
  const integrationOf = (route: HttpRoute) => parts.integrations.find(({ id }) => id === route.integrationId);
  const current = parts.routes.find(({ id }) => id === query.route);
  const rows = parts.routes.map((route) => {
    const integration = integrationOf(route);
    return {
      id: route.id,
      method: route.method,
      path: route.path,
      target: integration && integrationName(integration),
      targetHref:
        integration &&
        withQuery(routes.httpApi(place, apiId, 'integrations'), { integration: integration.id }),
      authorizationType: route.authorizationType,
      href: withQuery(routes.httpApi(place, apiId, 'routes'), { route: route.id }),
    };
  });
  return (
    <WithSidePanel
      panel={
        current && (
          <RoutePanel
            place={place}
            apiId={apiId}
            apiName={api.ok ? api.data.name : apiId}
            route={current}
            integration={integrationOf(current)}
            authorizer={parts.authorizers.find(({ id }) => id === current.authorizerId)}
            permission={<Permission opened={opened} route={current} integration={integrationOf(current)} />}
            refusedReason={refusedReason}
          />
        )
      }
    >
      <div className="flex flex-col gap-16 px-inset py-16">
        <div className="flex flex-wrap items-center gap-12">
          <h2 className="text-16">
            {t('routes')} <span className="font-regular text-muted">({parts.routes.length})</span>
          </h2>
          <span className="ml-auto">{create}</span>
        </div>
        {query.route !== undefined && !current && (
          <Note tone="warning" title={t('panel.gone')}>
            {t('panel.goneText')}
          </Note>
        )}
        <RouteList rows={rows} currentId={current?.id} />
        <div className="flex items-start gap-12 rounded-8 border border-info-edge bg-info-ground px-12 py-8 text-muted">
          <Waypoints aria-hidden size={16} strokeWidth={1.75} className="mt-2 shrink-0 text-info-solid" />
          <p>
            <strong className="font-semibold text-text">{t('howTitle')}</strong>{' '}
            {t('howText', { proxy: '{proxy+}', fallback: '$default' })}
          </p>
        </div>
        <WhichRoute routeKeys={parts.routes.map(({ key }) => key)} />
      </div>
    </WithSidePanel>
  );
}
