import type { Metadata } from 'next';
import { FolderPlus } from 'lucide-react';
import { MethodPanel } from '@/components/apis/rest/resources/method-panel';
import { ResourcePanel } from '@/components/apis/rest/resources/resource-panel';
import { ResourceTree } from '@/components/apis/rest/resources/resource-tree';
import { treeRows } from '@/components/apis/rest/resources/tree-rows';
import { resourceFormHref } from '@/components/apis/rest/rest-hrefs';
import { TestPane } from '@/components/apis/rest/test/test-pane';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { readStation } from '@/lib/domain/rest-api/station';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getMethodChoices } from '@/lib/queries/rest-parts';
import { getRestResources } from '@/lib/queries/rest-resources';
import { getUndeployedMethods } from '@/lib/queries/rest-undeployed';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restApis');
  return { title: t('resources') };
}

export default async function ResourcesPage(props: ApiPageProps) {
  const { place, apiId, query, refusedReason } = await openApiPage(props);
  const [found, api, t] = await Promise.all([
    getRestResources(place, apiId),
    getApi(place, apiId, 'REST'),
    getTranslator('restApis'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const { resources, isCut } = found.data;
  const undeployed = await getUndeployedMethods(place, apiId, resources);
  const root = resources.find(({ parentId }) => parentId === undefined);
  const named = resources.find(({ id }) => id === query.resource);
  const resource = named ?? root;
  const method = resource?.methods.find(({ httpMethod }) => httpMethod === query.method);
  const isGone =
    (query.resource !== undefined && named === undefined) ||
    (query.method !== undefined && method === undefined);
  const target = { place, apiId };
  const apiName = api.ok ? api.data.name : apiId;
  const choices = method && (await getMethodChoices(place, apiId));
  const nameOf = (items: readonly { id: string; name: string }[] = []) =>
    Object.fromEntries(items.map(({ id, name }) => [id, name]));
  return (
    <div className="flex flex-1 flex-col desktop:flex-row">
      <section
        aria-label={t('resources')}
        className="flex shrink-0 flex-col gap-8 border-edge bg-sunken p-12 max-desktop:max-h-split max-desktop:overflow-y-auto max-desktop:border-b desktop:min-h-sheet desktop:w-subnav desktop:border-r"
      >
        <div className="flex items-center gap-8">
          <h2 className="flex-1 text-14">{t('resources')}</h2>
          <ButtonLink
            href={resourceFormHref(target, 'create', { resource: resource?.id })}
            size="small"
            variant="quiet"
            disabledReason={refusedReason}
            icon={<FolderPlus aria-hidden size={16} strokeWidth={1.75} />}
          >
            <span className="sr-only">{t('createResource')}</span>
          </ButtonLink>
        </div>
        <ResourceTree
          target={target}
          rows={treeRows(resources, t('integration.types.mock'), undeployed)}
          selected={{ resourceId: resource?.id ?? '', verb: method?.httpMethod }}
          isCut={isCut}
        />
      </section>
      <div className="flex min-w-0 flex-1 flex-col">
        {isGone && (
          <div className="px-inset pt-16">
            <Note tone="warning" title={t('gone.title')}>
              {t('gone.text')}
            </Note>
          </div>
        )}
        {resource && method && (
          <MethodPanel
            target={target}
            resource={resource}
            method={method}
            names={{
              authorizers: nameOf(choices?.authorizers),
              validators: nameOf(choices?.validators),
            }}
            station={readStation(query.station)}
            apiName={apiName}
            refusedReason={refusedReason}
            test={
              <TestPane
                // Another method, another test.
                key={`${resource.id} ${method.httpMethod}`}
                target={target}
                resource={{ id: resource.id, path: resource.path }}
                httpMethod={method.httpMethod}
                refusedReason={refusedReason}
              />
            }
          />
        )}
        {resource && !method && (
          <ResourcePanel
            target={target}
            resource={resource}
            resources={resources}
            apiName={apiName}
            refusedReason={refusedReason}
          />
        )}
      </div>
    </div>
  );
}
