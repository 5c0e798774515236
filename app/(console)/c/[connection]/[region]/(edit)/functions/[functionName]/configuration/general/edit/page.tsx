import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { GeneralForm } from '@/components/configuration/general/general-form';
import { requirePageUser } from '@/lib/auth/guard';
import { proposedGeneral } from '@/lib/domain/proposed-general';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getGeneralBasis } from '@/lib/queries/configuration';
import { listRoles } from '@/lib/queries/roles';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  /** Proposed values by the names of the fields, e.g. `memoryMb=512`. */
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('general.edit') };
}

export default async function EditGeneralPage({ params, searchParams }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  await requirePageUser('viewer', routes.editConfiguration(place, functionName, 'general'));
  const basis = await getGeneralBasis(place, functionName);
  const t = await getTranslator('configuration');
  const shell = { place, functionName, section: 'general', title: t('general.edit') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;

  const [roles, cli] = await Promise.all([listRoles(place), getCliOptions(place)]);
  return (
    <EditShell {...shell}>
      <GeneralForm
        place={place}
        functionName={functionName}
        latest={basis.data}
        proposed={proposedGeneral(await searchParams)}
        roles={roles.ok ? roles.data : []}
        rolesRefused={roles.ok ? undefined : roles.error.message}
        cli={cli}
      />
    </EditShell>
  );
}
