import type { Metadata } from 'next';
import { PartPage } from '@/components/apis/rest/part-page';
import { PartTable } from '@/components/apis/rest/parts/part-table';
import { EditPart } from '@/components/apis/websocket/parts/edit-part';
import { RemoveSocketPart } from '@/components/apis/websocket/parts/remove-part';
import { nameOfArn } from '@/components/apis/websocket/routes/name-of-arn';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { listSocketAuthorizers } from '@/lib/queries/socket-parts';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('authorizer.title') };
}

export default async function SocketAuthorizersPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, t] = await Promise.all([listSocketAuthorizers(place, apiId), getTranslator('socketParts')]);
  if (!found.ok) return <PartPage failure={found.error} />;
  return (
    <PartPage>
      <PartTable
        title={t('authorizer.title')}
        headers={[t('authorizer.name'), t('authorizer.function'), t('authorizer.source')]}
        actsHeader={t('actions')}
        emptyText={t('authorizer.none')}
        create={{
          label: t('authorizer.create'),
          href: routes.webSocketApi(place, apiId, 'authorizers', 'create'),
          disabledReason: refusedReason,
        }}
        rows={found.data.map(({ id, name, functionArn, uri, identitySources }) => ({
          id,
          cells: [
            name,
            functionArn === undefined ? uri : nameOfArn(functionArn),
            <code key="source" className="text-12">
              {identitySources.join(', ') || '–'}
            </code>,
          ],
          acts: (
            <>
              <EditPart
                name={name}
                href={routes.webSocketApi(place, apiId, 'authorizers', id, 'edit')}
                refusedReason={refusedReason}
              />
              <RemoveSocketPart
                kind="authorizer"
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
    </PartPage>
  );
}
