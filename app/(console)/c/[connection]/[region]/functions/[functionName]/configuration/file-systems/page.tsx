import type { Metadata } from 'next';
import { EmptySection } from '@/components/configuration/empty-section';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { getTranslator } from '@/lib/i18n/server';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getSection } from '@/lib/queries/sections';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('file-systems') };
}

export default async function FileSystemsPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const section = await getSection(place, functionName, 'file-systems', qualifier);
  if (!section.ok) return <QualifierFailure qualifier={qualifier} error={section.error} />;

  const [t, names, shared] = await Promise.all([
    getTranslator('operations'),
    getTranslator('sections'),
    getTranslator('configuration'),
  ]);
  const { values } = section.data;
  const edit = qualifier === undefined && {
    editHref: routes.editConfiguration(place, functionName, 'file-systems'),
    editDisabledReason: mayChange ? undefined : shared('roleNeeded'),
  };
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
