import type { Metadata } from 'next';
import { DeleteProvider } from '@/components/configuration/capacity/delete-provider';
import { ProviderFacts } from '@/components/configuration/capacity/provider-facts';
import { isProviderChanging, ProviderState } from '@/components/configuration/capacity/provider-state';
import { ProviderVersions } from '@/components/configuration/capacity/provider-versions';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { LookAgain } from '@/components/patterns/look-again';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { getTranslator } from '@/lib/i18n/server';
import { getProvider, listProviderVersions } from '@/lib/queries/capacity-providers';
import { readNetwork } from '@/lib/queries/network';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { listTags } from '@/lib/queries/signing';
import { computeRoutes } from '@/lib/compute-routes';

type Props = PlacePageProps<'provider'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).provider) };
}

export default async function CapacityProviderPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'provider'>(props);
  const name = parts.provider;
  const [found, versions, t] = await Promise.all([
    getProvider(place, name),
    listProviderVersions(place, name),
    getTranslator('capacity'),
  ]);
  const row = found.ok ? found.data.row : undefined;
  const [tags, network] = row
    ? await Promise.all([
        listTags(place, row.arn),
        readNetwork(place, { vpc: '', subnets: row.subnets, groups: row.securityGroups }),
      ])
    : [];
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('title'), href: computeRoutes.capacityProviders(place) }, { label: name }]}
        title={name}
        status={row && <ProviderState state={row.state} />}
        acts={
          row && (
            <>
              <DeleteProvider place={place} name={name} refusedReason={refusedReason} />
              <ButtonLink
                variant="primary"
                href={computeRoutes.capacityProviders(place, name, 'edit')}
                disabledReason={refusedReason}
                shortcut="edit"
              >
                {t('edit')}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="flex max-w-list flex-col gap-16 px-inset py-16">
        {!found.ok && <Failure error={found.error} />}
        {row && (
          <>
            <LookAgain isChanging={isProviderChanging(row.state)} />
            <ProviderFacts row={row} network={network?.ok ? network.data : undefined} />
            <Card title={t('functions')} meta={versions.ok ? `(${versions.data.rows.length})` : undefined}>
              {versions.ok ? (
                <ProviderVersions place={place} {...versions.data} />
              ) : (
                <Failure error={versions.error} compact />
              )}
            </Card>
            <Card
              title={t('tags')}
              acts={
                <ButtonLink
                  size="small"
                  href={computeRoutes.capacityProviders(place, name, 'tags')}
                  disabledReason={refusedReason}
                >
                  {t('manageTags')}
                </ButtonLink>
              }
            >
              {tags && !tags.ok && <Failure error={tags.error} compact />}
              {tags?.ok && Object.keys(tags.data).length === 0 && <EmptyLine>{t('noTags')}</EmptyLine>}
              {tags?.ok && (
                <div className="flex flex-wrap gap-8">
                  {Object.entries(tags.data).map(([key, value]) => (
                    <Chip key={key} mono>
                      {key}={value}
                    </Chip>
                  ))}
                </div>
              )}
            </Card>
          </>
        )}
      </div>
    </>
  );
}
