import type { Metadata } from 'next';
import { EmptySection } from '@/components/configuration/empty-section';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openSection } from '@/lib/queries/open-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('vpc') };
}

export default async function VpcPage(props: FunctionPageProps) {
  const [{ qualifier, found, edit }, t, names] = await Promise.all([
    openSection(props, 'vpc'),
    getTranslator('operations'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { values } = found.data;
  if (values.subnets === '') {
    return <EmptySection title={names('vpc')} text={t('vpc.none')} editLabel={t('vpc.edit')} {...edit} />;
  }
  const ids = (text: string) =>
    text.split('\n').map((id) => (
      <code key={id} className="block text-12">
        {id}
      </code>
    ));
  return (
    <DetailsSection
      title={names('vpc')}
      {...edit}
      items={[
        { label: t('vpc.vpc'), value: values.vpc && <code className="text-12">{values.vpc}</code> },
        { label: t('vpc.subnets'), value: ids(values.subnets) },
        { label: t('vpc.securityGroups'), value: ids(values.securityGroups) },
        { label: t('vpc.ipv6'), value: values.ipv6 === 'on' && t('vpc.ipv6On') },
      ]}
    />
  );
}
