import type { Metadata } from 'next';
import { TagsForm } from '@/components/configuration/tags/tags-form';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { getTranslator } from '@/lib/i18n/server';
import { getProvider } from '@/lib/queries/capacity-providers';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { listTags } from '@/lib/queries/signing';
import { computeRoutes } from '@/lib/compute-routes';

type Props = PlacePageProps<'provider'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('capacity');
  return { title: t('manageTags') };
}

export default async function CapacityProviderTagsPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'provider'>(props);
  const name = parts.provider;
  const [found, cli, t] = await Promise.all([
    getProvider(place, name),
    getCliOptions(place),
    getTranslator('capacity'),
  ]);
  const tags = found.ok ? await listTags(place, found.data.row.arn) : found;
  const href = computeRoutes.capacityProviders(place, name);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('title'), href: computeRoutes.capacityProviders(place) },
          { label: name, href },
          { label: t('manageTags') },
        ]}
        title={t('manageTags')}
      />
      {found.ok && tags.ok ? (
        <TagsForm
          place={place}
          functionName={name}
          functionArn={found.data.row.arn}
          href={href}
          tags={tags.data}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
        />
      ) : (
        !tags.ok && (
          <div className="max-w-list p-inset">
            <Failure error={tags.error} />
          </div>
        )
      )}
    </>
  );
}
