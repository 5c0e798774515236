import type { Metadata } from 'next';
import { CreateStageForm } from '@/components/apis/rest/stages/create-stage-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestDeployments, getRestStages } from '@/lib/queries/rest-stages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restStages');
  return { title: t('create') };
}

export default async function CreateStagePage(props: ApiPageProps) {
  const { target, apiName, cli, refusedReason } = await openRestForm(props);
  const { place, apiId } = target;
  const [deployments, stages, t] = await Promise.all([
    getRestDeployments(place, apiId),
    getRestStages(place, apiId),
    getTranslator('restStages'),
  ]);
  const shell = { target, apiName, page: 'stages', title: t('create') } as const;
  if (!deployments.ok) return <RestEditShell {...shell} failure={deployments.error} />;
  return (
    <RestEditShell {...shell}>
      <CreateStageForm
        target={target}
        deployments={deployments.data}
        taken={stages.ok ? stages.data.map(({ name }) => name) : []}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
