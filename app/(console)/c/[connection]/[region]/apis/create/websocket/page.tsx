import type { Metadata } from 'next';
import { CreateWebSocketForm } from '@/components/apis/create/create-web-socket-form';
import { ThingPage } from '@/components/apis/thing-page';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { listFunctionChoices } from '@/lib/queries/functions';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('createApi');
  return { title: t('create.websocket') };
}

export default async function CreateWebSocketApiPage(props: GatewayPageProps) {
  const { place, mayChange } = await openGatewayPage(props);
  const [t, apis] = await Promise.all([getTranslator('createApi'), getTranslator('apis')]);
  const shell = {
    place,
    crumbs: [
      { label: apis('title'), href: routes.apis(place) },
      { label: t('title'), href: routes.createApi(place) },
    ],
    title: t('create.websocket'),
  };
  if (!mayChange) {
    return (
      <ThingPage {...shell}>
        <Note tone="info">{t('roleNeeded')}</Note>
      </ThingPage>
    );
  }
  const [functions, cli] = await Promise.all([listFunctionChoices(place), getCliOptions(place)]);
  return (
    <ThingPage {...shell} isForm>
      <CreateWebSocketForm place={place} functions={functions} cli={cli} />
    </ThingPage>
  );
}
