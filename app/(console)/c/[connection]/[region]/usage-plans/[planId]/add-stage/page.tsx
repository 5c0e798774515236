import type { Metadata } from 'next';
import { AddStageForm } from '@/components/apis/plans/add-to-plan';
import { getTranslator } from '@/lib/i18n/server';
import { listStageChoices } from '@/lib/queries/stage-choices';
import { PlanFormPage, type PlanPageProps } from '../plan-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('usagePlans');
  return { title: t('addStage') };
}

export default function AddStagePage(props: PlanPageProps) {
  return (
    <PlanFormPage
      {...props}
      title="addStage"
      form={async ({ place, plan, cli, cannotSaveReason }) => {
        const choices = await listStageChoices(place, ['REST', 'WEBSOCKET']);
        const isThere = (apiId: string, stage: string) =>
          plan.stages.some((one) => one.apiId === apiId && one.stage === stage);
        const options = choices
          .filter(({ apiId, stage }) => !isThere(apiId, stage))
          .map(({ apiId, apiName, stage }) => ({
            value: `${apiId}:${stage}`,
            label: `${apiName} · ${stage}`,
            detail: apiId,
          }));
        return (
          <AddStageForm
            place={place}
            planId={plan.id}
            options={options}
            cli={cli}
            cannotSaveReason={cannotSaveReason}
          />
        );
      }}
    />
  );
}
