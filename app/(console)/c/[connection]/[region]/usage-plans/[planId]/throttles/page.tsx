import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ThrottlesForm } from '@/components/apis/plans/throttles-form';
import { getTranslator } from '@/lib/i18n/server';
import { PlanFormPage, type PlanPageProps } from '../plan-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('usagePlans');
  return { title: t('editMethods') };
}

/** `/pets/GET` as people write it. */
function lineOf({ method, rate, burst }: { method: string; rate: number; burst: number }): string {
  const end = method.lastIndexOf('/');
  return `${method.slice(end + 1)} ${method.slice(0, end) || '/'} ${rate} ${burst}`;
}

export default function ThrottlesPage(props: PlanPageProps) {
  return (
    <PlanFormPage
      {...props}
      title="editMethods"
      form={({ place, plan, query, cannotSaveReason }) => {
        const found = plan.stages.find(({ apiId, stage }) => `${apiId}:${stage}` === query['stage']);
        if (!found) notFound();
        return Promise.resolve(
          <ThrottlesForm
            place={place}
            planId={plan.id}
            apiId={found.apiId}
            stage={found.stage}
            saved={found.throttles.map(lineOf).join('\n')}
            cannotSaveReason={cannotSaveReason}
          />,
        );
      }}
    />
  );
}
