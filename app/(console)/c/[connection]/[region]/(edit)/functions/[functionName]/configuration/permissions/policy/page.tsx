import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { PolicyForm } from '@/components/configuration/permissions/policy-form';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getPolicyBasis } from '@/lib/queries/policy-document';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('policies');
  return { title: t('editTitle') };
}

export default async function EditPolicyPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [basis, cli, t, words] = await Promise.all([
    getPolicyBasis(place, functionName, qualifier),
    getCliOptions(place),
    getTranslator('policies'),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, qualifier, section: 'permissions', title: t('editTitle') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;
  return (
    <EditShell {...shell}>
      <PolicyForm
        place={place}
        functionName={functionName}
        qualifier={qualifier}
        latest={basis.data}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : words('roleNeeded')}
      />
    </EditShell>
  );
}
