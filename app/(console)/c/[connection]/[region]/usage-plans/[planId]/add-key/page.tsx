import type { Metadata } from 'next';
import { AddKeyForm } from '@/components/apis/plans/add-to-plan';
import { getTranslator } from '@/lib/i18n/server';
import { listApiKeys } from '@/lib/queries/api-keys';
import { listPlanKeys } from '@/lib/queries/usage-plans';
import { PlanFormPage, type PlanPageProps } from '../plan-form-page';

/** A choice of more would weigh down the page; its id can be typed. */
const choicesMax = 500;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('usagePlans');
  return { title: t('addKey') };
}

export default function AddKeyPage(props: PlanPageProps) {
  return (
    <PlanFormPage
      {...props}
      title="addKey"
      form={async ({ place, plan, cli, cannotSaveReason }) => {
        const [all, members] = await Promise.all([listApiKeys(place), listPlanKeys(place, plan.id)]);
        const taken = new Set(members.ok ? members.data.rows.map(({ id }) => id) : []);
        const options = (all.ok ? all.data.rows : [])
          .filter(({ id }) => !taken.has(id))
          .slice(0, choicesMax)
          .map(({ id, name }) => ({ value: id, label: name || id, detail: id }));
        return (
          <AddKeyForm
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
