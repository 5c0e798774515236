import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { ProxyForm } from '@/components/configuration/rds/proxy-form';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getProxyFormBasis } from '@/lib/queries/proxy-form';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('databases');
  return { title: t('add') };
}

export default async function AddProxyPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName: segment }, query] = await Promise.all([params, searchParams]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const qualifier = readQualifier(query.qualifier);
  const user = await requirePageUser('viewer', routes.editConfiguration(place, functionName, 'rds'));
  const [found, cli, t, shared] = await Promise.all([
    getProxyFormBasis(place, functionName, qualifier),
    getCliOptions(place),
    getTranslator('databases'),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, qualifier, section: 'rds', title: t('add') } as const;
  if (!found.ok) return <EditShell {...shell} failure={found.error} />;
  if (found.data.network.subnets.length === 0) return <EditShell {...shell} notice={t('noVpc')} />;
  return (
    <EditShell {...shell}>
      <ProxyForm
        place={place}
        functionName={functionName}
        qualifier={qualifier}
        {...found.data}
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : shared('roleNeeded')}
      />
    </EditShell>
  );
}
