import type { Metadata } from 'next';
import { ImportForm } from '@/components/apis/create/import-form';
import { ThingPage } from '@/components/apis/thing-page';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { isHttpImportMissing } from '@/lib/queries/http-import-support';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('createApi');
  return { title: t('create.import') };
}

export default async function CreateImportedApiPage(props: GatewayPageProps) {
  const { place, mayChange } = await openGatewayPage(props);
  const [t, apis] = await Promise.all([getTranslator('createApi'), getTranslator('apis')]);
  const shell = {
    place,
    crumbs: [
      { label: apis('title'), href: routes.apis(place) },
      { label: t('title'), href: routes.createApi(place) },
    ],
    title: t('create.import'),
  };
  if (!mayChange) {
    return (
      <ThingPage {...shell}>
        <Note tone="info">{t('roleNeeded')}</Note>
      </ThingPage>
    );
  }
  const isHttpUnsupported = await isHttpImportMissing(place);
  return (
    <ThingPage {...shell} isForm>
      <ImportForm place={place} isHttpUnsupported={isHttpUnsupported} />
    </ThingPage>
  );
}
