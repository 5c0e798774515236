import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getSection } from '@/lib/queries/sections';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('file-systems') };
}

export default async function FileSystemsPage({ params, searchParams }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const user = await requirePageUser();
  const qualifier = readQualifier((await searchParams).qualifier);
  const section = await getSection(place, functionName, 'file-systems', qualifier);
  if (!section.ok) return <QualifierFailure qualifier={qualifier} error={section.error} />;

  const [t, names, shared] = await Promise.all([
    getTranslator('operations'),
    getTranslator('sections'),
    getTranslator('configuration'),
  ]);
  const { values } = section.data;
  const editHref = routes.editConfiguration(place, functionName, 'file-systems');
  const refusedReason = roleIncludes(user.role, 'developer') ? undefined : shared('roleNeeded');
  if (values.accessPoint === '') {
    return (
      <Card
        title={names('file-systems')}
        acts={
          qualifier === undefined && (
            <ButtonLink href={editHref} size="small" shortcut="edit" disabledReason={refusedReason}>
              {t('file-systems.edit')}
            </ButtonLink>
          )
        }
      >
        <EmptyLine>{t('file-systems.none')}</EmptyLine>
      </Card>
    );
  }
  return (
    <DetailsSection
      title={names('file-systems')}
      {...(qualifier === undefined && { editHref, editDisabledReason: refusedReason })}
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
