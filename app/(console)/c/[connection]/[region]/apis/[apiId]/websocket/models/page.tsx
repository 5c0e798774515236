import type { Metadata } from 'next';
import { PartPage } from '@/components/apis/rest/part-page';
import { PartTable } from '@/components/apis/rest/parts/part-table';
import { EditPart } from '@/components/apis/websocket/parts/edit-part';
import { RemoveSocketPart } from '@/components/apis/websocket/parts/remove-part';
import { CodeBlock } from '@/components/patterns/code-block';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getSocketModelTemplate, listSocketModels } from '@/lib/queries/socket-parts';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('model.title') };
}

/** Models of a WebSocket API; `?template=…` is the id of the one whose mapping template is in view. */
export default async function SocketModelsPage(props: ApiPageProps) {
  const { place, apiId, query, refusedReason } = await openApiPage(props);
  const [found, t] = await Promise.all([listSocketModels(place, apiId), getTranslator('socketParts')]);
  if (!found.ok) return <PartPage failure={found.error} />;
  const shown = found.data.find(({ id }) => id === query['template']);
  const template = shown && (await getSocketModelTemplate(place, apiId, shown.id));
  const href = routes.webSocketApi(place, apiId, 'models');
  return (
    <PartPage>
      <PartTable
        title={t('model.title')}
        headers={[t('model.name'), t('model.contentType'), t('model.description')]}
        actsHeader={t('actions')}
        emptyText={t('model.none')}
        create={{
          label: t('model.create'),
          href: routes.webSocketApi(place, apiId, 'models', 'create'),
          disabledReason: refusedReason,
        }}
        rows={found.data.map(({ id, name, contentType, description }) => ({
          id,
          cells: [name, contentType, description || '–'],
          acts: (
            <>
              <ButtonLink size="small" href={withQuery(href, { template: id })}>
                <span className="sr-only">{t('model.showTemplateOf', { name })}</span>
                <span aria-hidden>{t('model.showTemplate')}</span>
              </ButtonLink>
              <EditPart
                name={name}
                href={routes.webSocketApi(place, apiId, 'models', id, 'edit')}
                refusedReason={refusedReason}
              />
              <RemoveSocketPart
                kind="model"
                place={place}
                apiId={apiId}
                id={id}
                name={name}
                refusedReason={refusedReason}
              />
            </>
          ),
        }))}
      />
      {shown && template?.ok && (
        <CodeBlock title={t('model.template', { name: shown.name })} text={template.data} wrap />
      )}
      {template && !template.ok && <Failure error={template.error} />}
    </PartPage>
  );
}
