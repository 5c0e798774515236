import type { Metadata } from 'next';
import { PublishForm } from '@/components/apis/rest/parts/publish-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestStages } from '@/lib/queries/rest-stages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('documentation.publish') };
}

export default async function PublishDocumentationPage(props: ApiPageProps) {
  const { target, apiName, cli, refusedReason } = await openRestForm(props);
  const [stages, t] = await Promise.all([
    getRestStages(target.place, target.apiId),
    getTranslator('restParts'),
  ]);
  return (
    <RestEditShell target={target} apiName={apiName} page="documentation" title={t('documentation.publish')}>
      <PublishForm
        target={target}
        stages={stages.ok ? stages.data.map(({ name }) => name) : []}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
