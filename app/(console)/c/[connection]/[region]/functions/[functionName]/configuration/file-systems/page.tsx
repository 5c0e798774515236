import type { Metadata } from 'next';
import { EmptySection } from '@/components/configuration/empty-section';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openSection } from '@/lib/queries/open-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('file-systems') };
}

export default async function FileSystemsPage(props: FunctionPageProps) {
  const [{ qualifier, found, edit }, t, names] = await Promise.all([
    openSection(props, 'file-systems'),
    getTranslator('operations'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { values } = found.data;
  if (values.accessPoint === '') {
    return (
      <EmptySection
        title={names('file-systems')}
        text={t('file-systems.none')}
        editLabel={t('file-systems.edit')}
        {...edit}
      />
    );
  }
  return (
    <DetailsSection
      title={names('file-systems')}
      {...edit}
      items={[
        {
          label: t('file-systems.accessPoint'),
          wide: true,
          value: <CodeText text={values.accessPoint} cut="start" copyLabel={t('file-systems.copy')} />,
        },
        { label: t('file-systems.mountPath'), value: <code className="text-12">{values.mountPath}</code> },
      ]}
    />
  );
}
