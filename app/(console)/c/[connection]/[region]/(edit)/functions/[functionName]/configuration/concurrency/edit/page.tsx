import type { Metadata } from 'next';
import { ConcurrencyForm } from '@/components/configuration/concurrency/concurrency-form';
import { EditShell } from '@/components/configuration/edit-shell';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getAccountConcurrency, getConcurrencyBasis } from '@/lib/queries/concurrency';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('concurrency.edit') };
}

export default async function EditConcurrencyPage({ params }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const user = await requirePageUser('viewer', routes.editConfiguration(place, functionName, 'concurrency'));
  const [basis, account, cli, t] = await Promise.all([
    getConcurrencyBasis(place, functionName),
    getAccountConcurrency(place),
    getCliOptions(place),
    getTranslator('configuration'),
  ]);
  const shell = { place, functionName, section: 'concurrency', title: t('concurrency.edit') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;

  return (
    <EditShell {...shell}>
      <ConcurrencyForm
        place={place}
        functionName={functionName}
        latest={basis.data}
        account={account.ok ? account.data : undefined}
        cli={cli}
        cannotSaveReason={roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
