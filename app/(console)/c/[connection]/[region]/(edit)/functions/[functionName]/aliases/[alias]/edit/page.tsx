import type { Metadata } from 'next';
import { AliasForm } from '@/components/configuration/aliases/alias-form';
import { EditShell } from '@/components/configuration/edit-shell';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getAliasBasis, getQualifiers } from '@/lib/queries/versions';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string; alias: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslator('versions');
  return { title: t('editAlias', { name: decodeURIComponent((await params).alias) }) };
}

export default async function EditAliasPage({ params }: Props) {
  const { connection, region, functionName: segment, alias: aliasSegment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const alias = decodeURIComponent(aliasSegment);
  const user = await requirePageUser('viewer', routes.editAlias(place, functionName, alias));
  const [basis, { versions }, cli, t] = await Promise.all([
    getAliasBasis(place, functionName, alias),
    getQualifiers(place, functionName),
    getCliOptions(place),
    getTranslator('versions'),
  ]);
  const shell = { place, functionName, section: 'aliases', title: t('editAlias', { name: alias }) } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;

  return (
    <EditShell {...shell}>
      <AliasForm
        place={place}
        functionName={functionName}
        isNew={false}
        latest={basis.data}
        versions={versions.ok ? versions.data.rows : []}
        versionsRefused={versions.ok ? undefined : versions.error.message}
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
