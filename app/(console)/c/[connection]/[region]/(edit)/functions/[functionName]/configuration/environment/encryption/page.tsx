import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { ArnSettingForm } from '@/components/configuration/fields/arn-setting-form';
import { getTranslator } from '@/lib/i18n/server';
import { getArnSetting } from '@/lib/queries/arn-setting';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('arnSettings');
  return { title: t('encryption.edit') };
}

export default async function EditEncryptionPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [basis, cli, t, words] = await Promise.all([
    getArnSetting(place, functionName, 'encryption'),
    getCliOptions(place),
    getTranslator('arnSettings'),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, section: 'environment', title: t('encryption.edit') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;

  return (
    <EditShell {...shell}>
      <ArnSettingForm
        place={place}
        functionName={functionName}
        setting="encryption"
        latest={basis.data}
        options={[]}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : words('roleNeeded')}
      />
    </EditShell>
  );
}
