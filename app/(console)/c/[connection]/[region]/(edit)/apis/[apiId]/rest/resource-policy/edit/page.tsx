import type { Metadata } from 'next';
import { PolicyForm } from '@/components/apis/rest/parts/policy-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestPolicy } from '@/lib/queries/rest-settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('policy.editTitle') };
}

export default async function EditPolicyFormPage(props: ApiPageProps) {
  const { target, apiName, cli, refusedReason } = await openRestForm(props);
  const [found, t] = await Promise.all([
    getRestPolicy(target.place, target.apiId),
    getTranslator('restParts'),
  ]);
  const shell = { target, apiName, page: 'resource-policy', title: t('policy.editTitle') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  return (
    <RestEditShell {...shell}>
      <PolicyForm target={target} saved={found.data} cli={cli} cannotSaveReason={refusedReason} />
    </RestEditShell>
  );
}
