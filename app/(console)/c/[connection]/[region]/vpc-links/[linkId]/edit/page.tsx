import type { Metadata } from 'next';
import { LinkForm } from '@/components/apis/links/link-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getVpcLinkBasis } from '@/lib/queries/vpc-links';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('vpcLinks');
  return { title: t('edit') };
}

export default async function EditVpcLinkPage(props: PlacePageProps<'linkId'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const id = parts.linkId;
  const [basis, cli, t, apis] = await Promise.all([
    getVpcLinkBasis(place, id),
    getCliOptions(place),
    getTranslator('vpcLinks'),
    getTranslator('apis'),
  ]);
  return (
    <ThingPage
      place={place}
      crumbs={[
        { label: t('title'), href: routes.vpcLinks(place) },
        { label: basis.ok ? basis.data.values.name : id, href: routes.vpcLinks(place, id) },
      ]}
      title={t('edit')}
      {...(basis.ok ? {} : { failure: basis.error })}
      isForm
    >
      {basis.ok && (
        <LinkForm
          place={place}
          saved={{ ...basis.data, id }}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : apis('roleNeeded')}
        />
      )}
    </ThingPage>
  );
}
