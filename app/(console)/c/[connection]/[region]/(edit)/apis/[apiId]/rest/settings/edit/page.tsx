import type { Metadata } from 'next';
import { RestSettingsForm } from '@/components/apis/rest/parts/settings-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestSettings } from '@/lib/queries/rest-settings';
import { listGatewayEndpoints } from '@/lib/queries/vpc-endpoints';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('settings.editTitle') };
}

export default async function EditRestSettingsFormPage(props: ApiPageProps) {
  const { target, apiName, cli, refusedReason } = await openRestForm(props);
  const [found, t] = await Promise.all([
    getRestSettings(target.place, target.apiId),
    getTranslator('restParts'),
  ]);
  const shell = { target, apiName, page: 'settings', title: t('settings.editTitle') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const endpoints = await listGatewayEndpoints(target.place, found.data.vpcEndpointIds);
  return (
    <RestEditShell {...shell}>
      <RestSettingsForm
        target={target}
        saved={found.data}
        endpoints={endpoints}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
