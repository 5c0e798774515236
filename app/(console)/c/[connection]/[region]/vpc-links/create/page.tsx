import type { Metadata } from 'next';
import { LinkForm } from '@/components/apis/links/link-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { listNetworks } from '@/lib/queries/sections';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('vpcLinks');
  return { title: t('create') };
}

export default async function CreateVpcLinkPage(props: GatewayPageProps) {
  const { place, refusedReason } = await openGatewayPage(props);
  const [cli, networks, t] = await Promise.all([
    getCliOptions(place),
    listNetworks(place),
    getTranslator('vpcLinks'),
  ]);
  const choices = (items: readonly { value: string; label: string; detail?: string; vpc: string }[]) =>
    items.map(({ value, label, detail, vpc }) => ({
      value,
      label,
      detail: [vpc, detail].filter(Boolean).join(' · '),
    }));
  return (
    <ThingPage
      place={place}
      crumbs={[{ label: t('title'), href: routes.vpcLinks(place) }]}
      title={t('create')}
      isForm
    >
      <LinkForm
        place={place}
        subnets={networks.ok ? choices(networks.data.subnets) : []}
        securityGroups={networks.ok ? choices(networks.data.securityGroups) : []}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
