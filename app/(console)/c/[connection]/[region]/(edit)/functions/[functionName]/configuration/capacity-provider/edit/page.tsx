import type { Metadata } from 'next';
import { FunctionCapacityForm } from '@/components/configuration/capacity/function-capacity-form';
import { EditShell } from '@/components/configuration/edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import { listProviderChoices } from '@/lib/queries/capacity-providers';
import { openSectionForm, type SectionFormPageProps } from '@/lib/queries/open-section-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('capacity');
  return { title: t('onFunction.edit') };
}

export default async function EditFunctionCapacityPage(props: SectionFormPageProps) {
  const [{ latest, shell, form }, t] = await Promise.all([
    openSectionForm(props, 'capacity-provider'),
    getTranslator('capacity'),
  ]);
  const title = t('onFunction.edit');
  if (!latest.ok) return <EditShell {...shell} title={title} failure={latest.error} />;
  if (latest.data.values.capacityProvider === '')
    return <EditShell {...shell} title={title} notice={t('onFunction.none')} />;
  const providers = await listProviderChoices(form.place);
  return (
    <EditShell {...shell} title={title}>
      <FunctionCapacityForm
        {...form}
        latest={latest.data}
        providers={providers.ok ? providers.data.map(({ arn, name }) => ({ value: arn, label: name })) : []}
      />
    </EditShell>
  );
}
