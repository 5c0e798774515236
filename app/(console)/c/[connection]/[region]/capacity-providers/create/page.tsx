import type { Metadata } from 'next';
import { CreateProviderForm } from '@/components/configuration/capacity/create-provider-form';
import { PageHeader } from '@/components/patterns/page-header';
import { getTranslator } from '@/lib/i18n/server';
import { newProviderTexts } from '@/lib/queries/capacity-providers';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { listRoles } from '@/lib/queries/roles';
import { listNetworks } from '@/lib/queries/sections';
import { computeRoutes } from '@/lib/compute-routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('capacity');
  return { title: t('create') };
}

export default async function CreateCapacityProviderPage(props: PlacePageProps) {
  const { place, mayChange } = await openPlacePage(props);
  const [networks, roles, cli, t] = await Promise.all([
    listNetworks(place),
    listRoles(place),
    getCliOptions(place),
    getTranslator('capacity'),
  ]);
  const inWords = (list: readonly { value: string; label: string; detail: string; vpc: string }[]) =>
    list.map(({ value, label, detail, vpc }) => ({
      value,
      label,
      detail: [vpc, detail].filter(Boolean).join(' · '),
    }));
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('title'), href: computeRoutes.capacityProviders(place) },
          { label: t('create') },
        ]}
        title={t('create')}
      />
      <CreateProviderForm
        place={place}
        values={newProviderTexts}
        subnets={networks.ok ? inWords(networks.data.subnets) : []}
        securityGroups={networks.ok ? inWords(networks.data.securityGroups) : []}
        roles={roles.ok ? roles.data.map(({ arn, label }) => ({ value: arn, label })) : []}
        refused={networks.ok ? undefined : networks.error}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
      />
    </>
  );
}
