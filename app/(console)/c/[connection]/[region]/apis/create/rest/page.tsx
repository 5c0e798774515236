import type { Metadata } from 'next';
import { CreateRestForm } from '@/components/apis/create/create-rest-form';
import { ThingPage } from '@/components/apis/thing-page';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { listApiChoices } from '@/lib/queries/apis';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { listGatewayEndpoints } from '@/lib/queries/vpc-endpoints';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('createApi');
  return { title: t('create.rest') };
}

export default async function CreateRestApiPage(props: GatewayPageProps) {
  const { place, mayChange, query } = await openGatewayPage(props);
  const [t, apis] = await Promise.all([getTranslator('createApi'), getTranslator('apis')]);
  const shell = {
    place,
    crumbs: [
      { label: apis('title'), href: routes.apis(place) },
      { label: t('title'), href: routes.createApi(place) },
    ],
    title: t('create.rest'),
  };
  if (!mayChange) {
    return (
      <ThingPage {...shell}>
        <Note tone="info">{t('roleNeeded')}</Note>
      </ThingPage>
    );
  }
  const [all, cli, endpoints] = await Promise.all([
    listApiChoices(place),
    getCliOptions(place),
    listGatewayEndpoints(place),
  ]);
  const sources = all
    .filter(({ protocol }) => protocol === 'REST')
    .map(({ id, name }) => ({ value: id, label: name, detail: id }));
  return (
    <ThingPage {...shell} isForm>
      <CreateRestForm place={place} sources={sources} endpoints={endpoints} from={query.from} cli={cli} />
    </ThingPage>
  );
}
