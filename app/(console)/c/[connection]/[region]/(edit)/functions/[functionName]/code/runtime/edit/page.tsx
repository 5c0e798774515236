import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { RuntimeForm } from '@/components/configuration/runtime/runtime-form';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getRuntimeBasis } from '@/lib/queries/runtime';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('codeSettings');
  return { title: t('edit.runtime') };
}

export default async function EditRuntimePage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [basis, cli, t] = await Promise.all([
    getRuntimeBasis(place, functionName),
    getCliOptions(place),
    getTranslator('codeSettings'),
  ]);
  const shell = { place, functionName, section: 'code', title: t('edit.runtime') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;
  if (basis.data.packageType === 'Image') return <EditShell {...shell} notice={t('onlyZip')} />;

  return (
    <EditShell {...shell}>
      <RuntimeForm
        place={place}
        functionName={functionName}
        latest={basis.data}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
