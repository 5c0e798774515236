import type { Metadata } from 'next';
import { ProviderForm } from '@/components/configuration/capacity/provider-form';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { getTranslator } from '@/lib/i18n/server';
import { getProvider } from '@/lib/queries/capacity-providers';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { computeRoutes } from '@/lib/compute-routes';

type Props = PlacePageProps<'provider'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('capacity');
  return { title: t('editTitle') };
}

export default async function EditCapacityProviderPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'provider'>(props);
  const name = parts.provider;
  const [found, cli, t] = await Promise.all([
    getProvider(place, name),
    getCliOptions(place),
    getTranslator('capacity'),
  ]);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('title'), href: computeRoutes.capacityProviders(place) },
          { label: name, href: computeRoutes.capacityProviders(place, name) },
          { label: t('editTitle') },
        ]}
        title={t('editTitle')}
      />
      {found.ok ? (
        <ProviderForm
          place={place}
          name={name}
          latest={{
            values: found.data.values,
            revisionId: found.data.revisionId,
            readAt: found.data.readAt,
          }}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
        />
      ) : (
        <div className="max-w-list p-inset">
          <Failure error={found.error} />
        </div>
      )}
    </>
  );
}
