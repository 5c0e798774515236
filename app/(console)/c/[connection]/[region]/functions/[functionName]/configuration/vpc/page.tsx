import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
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
  return { title: t('vpc') };
}

export default async function VpcPage({ params, searchParams }: Props) {
  const { connection, region, functionName: segment } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const user = await requirePageUser();
  const qualifier = readQualifier((await searchParams).qualifier);
  const section = await getSection(place, functionName, 'vpc', qualifier);
  if (!section.ok) return <QualifierFailure qualifier={qualifier} error={section.error} />;

  const [t, names, shared] = await Promise.all([
    getTranslator('operations'),
    getTranslator('sections'),
    getTranslator('configuration'),
  ]);
  const { values } = section.data;
  const editHref = routes.editConfiguration(place, functionName, 'vpc');
  const refusedReason = roleIncludes(user.role, 'developer') ? undefined : shared('roleNeeded');
  if (values.subnets === '') {
    return (
      <Card
        title={names('vpc')}
        acts={
          qualifier === undefined && (
            <ButtonLink href={editHref} size="small" shortcut="edit" disabledReason={refusedReason}>
              {t('vpc.edit')}
            </ButtonLink>
          )
        }
      >
        <EmptyLine>{t('vpc.none')}</EmptyLine>
      </Card>
    );
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
      {...(qualifier === undefined && { editHref, editDisabledReason: refusedReason })}
      items={[
        { label: t('vpc.vpc'), value: values.vpc && <code className="text-12">{values.vpc}</code> },
        { label: t('vpc.subnets'), value: ids(values.subnets) },
        { label: t('vpc.securityGroups'), value: ids(values.securityGroups) },
        { label: t('vpc.ipv6'), value: values.ipv6 === 'on' ? '✓' : '' },
      ]}
    />
  );
}
