import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { PermissionForm } from '@/components/configuration/permissions/permission-form';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getFunction } from '@/lib/queries/function';
import { routes, withQuery } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('permissions.add') };
}

export default async function AddPermissionPage({ params, searchParams }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const qualifier = readQualifier((await searchParams).qualifier);
  const here = withQuery(routes.editConfiguration(place, functionName, 'permissions'), { qualifier });
  const user = await requirePageUser('viewer', here);
  const [found, cli, t] = await Promise.all([
    getFunction(place, functionName, qualifier),
    getCliOptions(place),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, qualifier, section: 'permissions' } as const;
  if (!found.ok) return <EditShell {...shell} title={t('permissions.add')} failure={found.error} />;

  return (
    <EditShell {...shell} title={t('permissions.add')}>
      <PermissionForm
        place={place}
        functionName={functionName}
        qualifier={qualifier}
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
