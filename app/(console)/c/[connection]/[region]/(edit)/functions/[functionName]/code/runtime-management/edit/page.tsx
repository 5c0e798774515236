import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { RuntimeManagementForm } from '@/components/configuration/runtime/runtime-management-form';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getRuntimeManagement } from '@/lib/queries/runtime';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('codeSettings');
  return { title: t('edit.runtime-management') };
}

export default async function EditRuntimeManagementPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [basis, cli, t] = await Promise.all([
    getRuntimeManagement(place, functionName, qualifier),
    getCliOptions(place),
    getTranslator('codeSettings'),
  ]);
  const shell = {
    place,
    functionName,
    qualifier,
    section: 'code',
    title: t('edit.runtime-management'),
  } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;

  return (
    <EditShell {...shell}>
      <RuntimeManagementForm
        place={place}
        functionName={functionName}
        qualifier={qualifier}
        latest={basis.data}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
