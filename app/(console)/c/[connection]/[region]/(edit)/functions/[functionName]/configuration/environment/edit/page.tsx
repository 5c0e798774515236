import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { EnvironmentForm } from '@/components/configuration/environment/environment-form';
import { requirePageUser } from '@/lib/auth/guard';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getEnvironmentBasis } from '@/lib/queries/configuration';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('environment.edit') };
}

export default async function EditEnvironmentPage({ params }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  await requirePageUser('viewer', routes.editConfiguration(place, functionName, 'environment'));
  const basis = await getEnvironmentBasis(place, functionName);
  const t = await getTranslator('configuration');
  const shell = { place, functionName, section: 'environment', title: t('environment.edit') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;

  return (
    <EditShell {...shell}>
      <EnvironmentForm
        place={place}
        functionName={functionName}
        latest={basis.data}
        cli={await getCliOptions(place)}
      />
    </EditShell>
  );
}
