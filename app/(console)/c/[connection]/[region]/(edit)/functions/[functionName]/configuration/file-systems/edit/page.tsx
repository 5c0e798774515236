import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { FileSystemForm } from '@/components/configuration/file-systems/file-system-form';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { proposedTexts } from '@/lib/domain/proposed-general';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getSection, listAccessPoints } from '@/lib/queries/sections';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  /** Proposed values by the names of the fields. */
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('operations');
  return { title: t('file-systems.edit') };
}

export default async function EditFileSystemPage({ params, searchParams }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const user = await requirePageUser('viewer', routes.editConfiguration(place, functionName, 'file-systems'));
  const [latest, vpc, listed, cli, t, shared] = await Promise.all([
    getSection(place, functionName, 'file-systems'),
    getSection(place, functionName, 'vpc'),
    listAccessPoints(place),
    getCliOptions(place),
    getTranslator('operations'),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, section: 'file-systems', title: t('file-systems.edit') } as const;
  if (!latest.ok) return <EditShell {...shell} failure={latest.error} />;
  return (
    <EditShell {...shell}>
      <FileSystemForm
        place={place}
        functionName={functionName}
        latest={latest.data}
        proposed={proposedTexts(await searchParams, Object.keys(latest.data.values))}
        points={listed.ok ? listed.data : []}
        refused={listed.ok ? undefined : listed.error}
        isInVpc={!vpc.ok || vpc.data.values.subnets !== ''}
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : shared('roleNeeded')}
      />
    </EditShell>
  );
}
