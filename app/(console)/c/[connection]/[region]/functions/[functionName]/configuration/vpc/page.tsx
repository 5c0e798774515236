import type { Metadata } from 'next';
import { EmptySection } from '@/components/configuration/empty-section';
import { NotShown } from '@/components/configuration/not-shown';
import { GroupRules } from '@/components/configuration/vpc/group-rules';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { getTranslator } from '@/lib/i18n/server';
import { readNetwork } from '@/lib/queries/network';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openSection } from '@/lib/queries/open-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('vpc') };
}

export default async function VpcPage(props: FunctionPageProps) {
  const [{ place, qualifier, found, edit }, t, names] = await Promise.all([
    openSection(props, 'vpc'),
    getTranslator('operations'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { values } = found.data;
  if (values.subnets === '') {
    return <EmptySection title={names('vpc')} text={t('vpc.none')} editLabel={t('vpc.edit')} {...edit} />;
  }
  const ids = {
    vpc: values.vpc,
    subnets: values.subnets.split('\n'),
    groups: values.securityGroups.split('\n').filter(Boolean),
  };
  const network = await readNetwork(place, ids);
  const words: Readonly<Record<string, string>> = network.ok
    ? {
        ...network.data.words,
        ...Object.fromEntries(network.data.groups.map((group) => [group.id, group.name])),
      }
    : {};
  /** Each id with its name; one that EC2 has not any more says so. */
  const named = (list: readonly string[]) =>
    list.map((id) => (
      <span key={id} className="block">
        <code className="text-12">{id}</code>{' '}
        <span className="text-12 text-muted">{words[id] ?? (network.ok && t('vpc.gone'))}</span>
      </span>
    ));
  return (
    <div className="flex flex-col gap-16">
      <DetailsSection
        title={names('vpc')}
        {...edit}
        items={[
          { label: t('vpc.vpc'), value: values.vpc && named([values.vpc]) },
          { label: t('vpc.subnets'), value: named(ids.subnets) },
          { label: t('vpc.securityGroups'), value: named(ids.groups) },
          { label: t('vpc.ipv6'), value: values.ipv6 === 'on' && t('vpc.ipv6On') },
        ]}
        note={!network.ok && <NotShown title={t('vpc.namesMissing')} error={network.error} />}
      />
      {network.ok && (
        <>
          <GroupRules direction="inbound" groups={network.data.groups} />
          <GroupRules direction="outbound" groups={network.data.groups} />
        </>
      )}
    </div>
  );
}
