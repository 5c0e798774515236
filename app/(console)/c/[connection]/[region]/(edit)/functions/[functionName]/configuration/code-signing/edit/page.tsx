import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { FunctionSigningForm } from '@/components/configuration/signing/function-signing-form';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getFunctionSigning, listSigningConfigs } from '@/lib/queries/signing';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signing');
  return { title: t('onFunction.edit') };
}

export default async function EditFunctionSigningPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [basis, configs, cli, t] = await Promise.all([
    getFunctionSigning(place, functionName),
    listSigningConfigs(place),
    getCliOptions(place),
    getTranslator('signing'),
  ]);
  const shell = { place, functionName, section: 'code-signing', title: t('onFunction.edit') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;
  const rows = configs.ok ? configs.data.rows : [];
  return (
    <EditShell {...shell}>
      <FunctionSigningForm
        place={place}
        functionName={functionName}
        latest={basis.data}
        configs={rows.map(({ arn, id, description }) => ({
          value: arn,
          label: [id, description].filter(Boolean).join(' · '),
        }))}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
