import type { Metadata } from 'next';
import { KeyForm } from '@/components/apis/keys/key-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getApiKeyBasis } from '@/lib/queries/api-keys';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apiKeys');
  return { title: t('edit') };
}

export default async function EditApiKeyPage(props: PlacePageProps<'keyId'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const id = parts.keyId;
  const [found, cli, t, apis] = await Promise.all([
    getApiKeyBasis(place, id),
    getCliOptions(place),
    getTranslator('apiKeys'),
    getTranslator('apis'),
  ]);
  return (
    <ThingPage
      place={place}
      crumbs={[
        { label: t('title'), href: routes.apiKeys(place) },
        { label: found.ok ? found.data.values.name || id : id, href: routes.apiKeys(place, id) },
      ]}
      title={t('edit')}
      {...(found.ok ? {} : { failure: found.error })}
      isForm
    >
      {found.ok && (
        <KeyForm
          place={place}
          saved={{ ...found.data, id }}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : apis('roleNeeded')}
        />
      )}
    </ThingPage>
  );
}
