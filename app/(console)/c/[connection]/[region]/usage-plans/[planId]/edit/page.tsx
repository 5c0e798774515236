import type { Metadata } from 'next';
import { PlanForm } from '@/components/apis/plans/plan-form';
import { Failure } from '@/components/patterns/failure';
import { getTranslator } from '@/lib/i18n/server';
import { getUsagePlanBasis } from '@/lib/queries/usage-plans';
import { PlanFormPage, type PlanPageProps } from '../plan-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('usagePlans');
  return { title: t('edit') };
}

export default function EditUsagePlanPage(props: PlanPageProps) {
  return (
    <PlanFormPage
      {...props}
      title="edit"
      form={async ({ place, plan, cli, cannotSaveReason }) => {
        const basis = await getUsagePlanBasis(place, plan.id);
        if (!basis.ok) return <Failure error={basis.error} />;
        const saved = { ...basis.data, id: plan.id };
        return <PlanForm place={place} saved={saved} cli={cli} cannotSaveReason={cannotSaveReason} />;
      }}
    />
  );
}
