import type { Metadata } from 'next';
import { ProvisionedForm } from '@/components/configuration/concurrency/provisioned-form';
import { EditShell } from '@/components/configuration/edit-shell';
import { concurrencyShares } from '@/lib/domain/concurrency';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getAccountConcurrency } from '@/lib/queries/concurrency';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getProvisionedBasis } from '@/lib/queries/provisioned';
import { getQualifiers } from '@/lib/queries/versions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('scaling');
  return { title: t('provisioned.title') };
}

export default async function EditProvisionedPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [found, account, { versions, aliases }, cli, t, words] = await Promise.all([
    getFunction(place, functionName),
    getAccountConcurrency(place),
    getQualifiers(place, functionName),
    getCliOptions(place),
    getTranslator('scaling'),
    getTranslator('configuration'),
  ]);
  const title = t(qualifier === undefined ? 'provisioned.addTitle' : 'provisioned.editTitle');
  // No chip of $LATEST here: it is what cannot have any.
  const shell = { place, functionName, section: 'concurrency', title } as const;
  if (!found.ok) return <EditShell {...shell} failure={found.error} />;

  const named = [
    ...(aliases.ok ? aliases.data.rows.map(({ name }) => ({ name, type: t('provisioned.alias') })) : []),
    ...(versions.ok
      ? versions.data.rows.map(({ version }) => ({ name: version, type: t('provisioned.version') }))
      : []),
  ];
  const chosen = qualifier ?? named[0]?.name;
  if (chosen === undefined) return <EditShell {...shell} notice={t('provisioned.noQualifiers')} />;
  const basis = await getProvisionedBasis(place, functionName, chosen);
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;

  const all = named.some(({ name }) => name === chosen) ? named : [{ name: chosen, type: '' }, ...named];
  const own = found.data.reservedConcurrency;
  const free = account.ok ? (own ?? concurrencyShares(account.data, own).free) : undefined;
  return (
    <EditShell {...shell} qualifier={chosen}>
      <ProvisionedForm
        key={chosen}
        place={place}
        functionName={functionName}
        qualifier={chosen}
        qualifiers={all.map(({ name, type }) => ({
          value: name,
          label: [type, name].filter(Boolean).join(' '),
        }))}
        latest={basis.data}
        countMax={free}
        memoryMb={found.data.memoryMb}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : words('roleNeeded')}
      />
    </EditShell>
  );
}
