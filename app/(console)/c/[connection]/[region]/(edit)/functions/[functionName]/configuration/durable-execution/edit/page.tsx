import type { Metadata } from 'next';
import { DurableForm } from '@/components/configuration/durable/durable-form';
import { EditShell } from '@/components/configuration/edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import { openSectionForm, type SectionFormPageProps } from '@/lib/queries/open-section-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('durable');
  return { title: t('edit') };
}

export default async function EditDurableExecutionPage(props: SectionFormPageProps) {
  const [{ latest, shell, form }, t] = await Promise.all([
    openSectionForm(props, 'durable-execution'),
    getTranslator('durable'),
  ]);
  const title = t('edit');
  if (!latest.ok) return <EditShell {...shell} title={title} failure={latest.error} />;
  if (latest.data.values.executionTimeout === '')
    return <EditShell {...shell} title={title} notice={t('offHint')} />;
  return (
    <EditShell {...shell} title={title}>
      <DurableForm {...form} latest={latest.data} />
    </EditShell>
  );
}
