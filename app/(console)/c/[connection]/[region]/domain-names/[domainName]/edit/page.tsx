import type { Metadata } from 'next';
import { DomainForm } from '@/components/apis/domains/domain-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getDomainBasis } from '@/lib/queries/domain-names';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('domainNames');
  return { title: t('edit') };
}

export default async function EditDomainNamePage(props: PlacePageProps<'domainName'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const name = parts.domainName;
  const [basis, cli, t, apis] = await Promise.all([
    getDomainBasis(place, name),
    getCliOptions(place),
    getTranslator('domainNames'),
    getTranslator('apis'),
  ]);
  return (
    <ThingPage
      place={place}
      crumbs={[
        { label: t('title'), href: routes.domainNames(place) },
        { label: name, href: routes.domainNames(place, name) },
      ]}
      title={t('edit')}
      {...(basis.ok ? {} : { failure: basis.error })}
      isForm
    >
      {basis.ok && (
        <DomainForm
          place={place}
          saved={basis.data}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : apis('roleNeeded')}
        />
      )}
    </ThingPage>
  );
}
