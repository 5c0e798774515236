import type { Metadata } from 'next';
import { EmptySection } from '@/components/configuration/empty-section';
import { NotShown } from '@/components/configuration/not-shown';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { readAccessPoint } from '@/lib/queries/network';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openSection } from '@/lib/queries/open-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('file-systems') };
}

export default async function FileSystemsPage(props: FunctionPageProps) {
  const [{ place, qualifier, found, edit }, translate, names] = await Promise.all([
    openSection(props, 'file-systems'),
    getTranslator('operations'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const t = (key: string) => translate(`file-systems.${key}` as 'file-systems.none');
  const { values } = found.data;
  if (values.accessPoint === '') {
    const title = names('file-systems');
    return <EmptySection title={title} text={t('none')} editLabel={t('edit')} {...edit} />;
  }
  const read = await readAccessPoint(place, values.accessPoint);
  const point = read.ok ? read.data : undefined;
  const isGone = !read.ok && read.error.kind === 'not-found';
  return (
    <DetailsSection
      title={names('file-systems')}
      {...edit}
      items={[
        {
          label: t('accessPoint'),
          wide: true,
          value: <CodeText text={values.accessPoint} cut="start" copyLabel={t('copy')} />,
          hint: point?.name,
        },
        { label: t('mountPath'), value: <code className="text-12">{values.mountPath}</code> },
        ...(point
          ? [
              {
                label: t('fileSystem'),
                value: <code className="text-12">{point.fileSystemId}</code>,
                hint: point.fileSystemName,
              },
              { label: t('rootDirectory'), value: <code className="text-12">{point.rootPath}</code> },
              { label: t('posixUser'), value: point.user, hint: point.user && t('posixUserHint') },
            ]
          : []),
      ]}
      note={
        isGone ? (
          <Note tone="warning" title={t('goneTitle')}>
            {t('goneText')}
          </Note>
        ) : (
          !read.ok && <NotShown title={t('detailsMissing')} error={read.error} />
        )
      }
    />
  );
}
