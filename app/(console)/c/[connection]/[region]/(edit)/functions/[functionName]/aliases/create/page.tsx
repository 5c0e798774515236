import type { Metadata } from 'next';
import { AliasForm } from '@/components/configuration/aliases/alias-form';
import { newAlias } from '@/components/configuration/aliases/alias-values';
import { EditShell } from '@/components/configuration/edit-shell';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { readQualifier, workingCopy } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getFunction } from '@/lib/queries/function';
import { getQualifiers } from '@/lib/queries/versions';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ version?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('versions');
  return { title: t('createAlias') };
}

export default async function CreateAliasPage({ params, searchParams }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const version = readQualifier((await searchParams).version) ?? workingCopy;
  const user = await requirePageUser('viewer', routes.createAlias(place, functionName));
  const [found, { versions }, cli, t] = await Promise.all([
    getFunction(place, functionName),
    getQualifiers(place, functionName),
    getCliOptions(place),
    getTranslator('versions'),
  ]);
  const shell = { place, functionName, section: 'aliases', title: t('createAlias') } as const;
  if (!found.ok) return <EditShell {...shell} failure={found.error} />;

  return (
    <EditShell {...shell}>
      <AliasForm
        place={place}
        functionName={functionName}
        isNew
        latest={{ values: newAlias(version), revisionId: undefined, readAt: '' }}
        versions={versions.ok ? versions.data.rows : []}
        versionsRefused={versions.ok ? undefined : versions.error.message}
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
