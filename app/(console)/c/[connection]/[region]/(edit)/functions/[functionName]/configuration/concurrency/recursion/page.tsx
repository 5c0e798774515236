import type { Metadata } from 'next';
import { RecursionForm } from '@/components/configuration/concurrency/recursion-form';
import { EditShell } from '@/components/configuration/edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getRecursion } from '@/lib/queries/concurrency';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('scaling');
  return { title: t('recursion.edit') };
}

export default async function EditRecursionPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [basis, cli, t, words] = await Promise.all([
    getRecursion(place, functionName),
    getCliOptions(place),
    getTranslator('scaling'),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, section: 'concurrency', title: t('recursion.edit') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;
  return (
    <EditShell {...shell}>
      <RecursionForm
        place={place}
        functionName={functionName}
        latest={basis.data}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : words('roleNeeded')}
      />
    </EditShell>
  );
}
