import type { Metadata } from 'next';
import { ImportOverForm } from '@/components/apis/rest/parts/import-over-form';
import { ThingPage } from '@/components/apis/thing-page';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { isHttpImportMissing } from '@/lib/queries/http-import-support';
import { getHttpParts } from '@/lib/queries/http-parts';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apis');
  return { title: t('pages.reimport') };
}

/** A definition in the place of an HTTP API, with what it holds and what goes. */
export default async function ReimportPage(props: ApiPageProps) {
  const { place, apiId, crumbs, refusedReason } = await openHttpForm(props);
  const [found, isMissing, t, words] = await Promise.all([
    getHttpParts(place, apiId),
    isHttpImportMissing(place),
    getTranslator('apis'),
    getTranslator('httpPages'),
  ]);
  const shell = { place, crumbs, title: t('pages.reimport') };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;
  if (isMissing) {
    return (
      <ThingPage {...shell}>
        <Note tone="info">{words('reimport.unsupported')}</Note>
      </ThingPage>
    );
  }
  return (
    <ThingPage {...shell} isForm>
      <ImportOverForm
        target={{ place, apiId }}
        protocol="HTTP"
        href={routes.httpApi(place, apiId, 'routes')}
        methods={found.data.routes.map(({ method, path }) => `${method} ${path}`)}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
