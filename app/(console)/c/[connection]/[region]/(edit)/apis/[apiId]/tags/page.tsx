import type { Metadata } from 'next';
import { ThingPage } from '@/components/apis/thing-page';
import { TagsForm } from '@/components/configuration/tags/tags-form';
import { updateApiTagsAction } from '@/lib/actions/apis/update-tags';
import { apiArn, type ApiProtocol } from '@/lib/domain/api';
import { getTranslator } from '@/lib/i18n/server';
import { findApiProtocol, getApi } from '@/lib/queries/api';
import { getApiTags } from '@/lib/queries/api-tags';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { routes, type Place } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apis');
  return { title: t('tags.manage') };
}

/** The page that shows the tags: of the API's settings, or of its stages. */
function shownOn(place: Place, apiId: string, protocol: ApiProtocol, stage: string | undefined): string {
  const page = stage === undefined ? 'settings' : 'stages';
  if (protocol === 'HTTP') return routes.httpApi(place, apiId, page);
  if (protocol === 'WEBSOCKET') return routes.webSocketApi(place, apiId, page);
  return routes.restApi(place, apiId, page, ...(stage === undefined ? [] : [stage]));
}

/** Tags of an API of any protocol; with `?stage=…`, of one of its stages. */
export default async function ApiTagsPage(props: ApiPageProps) {
  const { place, apiId, query, refusedReason } = await openApiPage(props);
  const [protocol, cli, t] = await Promise.all([
    findApiProtocol(place, apiId),
    getCliOptions(place),
    getTranslator('apis'),
  ]);
  const title = t('tags.manage');
  const list = { label: t('title'), href: routes.apis(place) };
  if (!protocol.ok) return <ThingPage place={place} crumbs={[list]} title={title} failure={protocol.error} />;
  const stage = query['stage'];
  const arn = apiArn(place.region, { id: apiId, protocol: protocol.data }, stage);
  const [api, tags] = await Promise.all([
    getApi(place, apiId, protocol.data),
    getApiTags(place, protocol.data, arn),
  ]);
  const href = shownOn(place, apiId, protocol.data, stage);
  const name = api.ok ? api.data.name : apiId;
  const crumbs = [
    list,
    { label: name, href: routes.gatewayApi(place, apiId) },
    ...(stage === undefined ? [] : [{ label: stage, href }]),
  ];
  if (!tags.ok) return <ThingPage place={place} crumbs={crumbs} title={title} failure={tags.error} />;
  return (
    <ThingPage place={place} crumbs={crumbs} title={title} isForm>
      <TagsForm
        place={place}
        functionName={stage ?? name}
        functionArn={arn}
        service={protocol.data === 'REST' ? 'apigateway' : 'apigatewayv2'}
        save={updateApiTagsAction}
        href={href}
        tags={tags.data}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
