import type { Metadata } from 'next';
import { StageForm } from '@/components/apis/rest/stages/stage-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { Chip } from '@/components/ui/chip';
import { stageValues } from '@/lib/domain/rest-api/stage';
import { getTranslator } from '@/lib/i18n/server';
import { listClientCertificateChoices } from '@/lib/queries/client-certificates';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestStage } from '@/lib/queries/rest-stages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restStages');
  return { title: t('edit.title') };
}

export default async function EditStagePage(props: ApiPageProps<'stage'>) {
  const { target, apiName, parts, cli, refusedReason } = await openRestForm(props);
  const [found, certificates, t] = await Promise.all([
    getRestStage(target.place, target.apiId, parts.stage),
    listClientCertificateChoices(target.place),
    getTranslator('restStages'),
  ]);
  const shell = { target, apiName, page: 'stages', title: t('edit.title') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const stage = found.data;
  return (
    <RestEditShell {...shell} about={<Chip mono>{stage.name}</Chip>}>
      <StageForm
        target={target}
        stage={stage.name}
        saved={stageValues(stage)}
        certificates={certificates}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
