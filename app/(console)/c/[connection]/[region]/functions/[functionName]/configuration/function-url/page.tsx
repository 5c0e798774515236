import type { Metadata } from 'next';
import { DeleteUrlButton } from '@/components/configuration/function-url/delete-url-button';
import { corsText } from '@/components/configuration/function-url/url-draft';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { isVersionNumber, readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getFunctionUrl } from '@/lib/queries/invokers';
import { routes, withQuery } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('function-url.title') };
}

export default async function FunctionUrlPage({ params, searchParams }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const user = await requirePageUser();
  const qualifier = readQualifier((await searchParams).qualifier);
  const found = await getFunction(place, decodeURIComponent(functionName), qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name } = found.data;
  const t = await getTranslator('configuration');
  const title = t('function-url.title');
  if (qualifier !== undefined && isVersionNumber(qualifier)) {
    return (
      <Card title={title}>
        <EmptyLine>{t('function-url.notOfVersion')}</EmptyLine>
      </Card>
    );
  }
  const url = await getFunctionUrl(place, name, qualifier);
  if (!url.ok) {
    return (
      <Card title={title}>
        <Failure error={url.error} compact />
      </Card>
    );
  }
  const refusedReason = roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded');
  const editHref = withQuery(routes.editConfiguration(place, name, 'function-url'), { qualifier });
  if (url.data === null) {
    return (
      <Card
        title={title}
        acts={
          <ButtonLink href={editHref} size="small" shortcut="edit" disabledReason={refusedReason}>
            {t('function-url.create')}
          </ButtonLink>
        }
      >
        <EmptyLine>{t('function-url.none')}</EmptyLine>
      </Card>
    );
  }
  const { data } = url;
  return (
    <DetailsSection
      title={title}
      editHref={editHref}
      editDisabledReason={refusedReason}
      acts={
        <DeleteUrlButton
          place={place}
          functionName={name}
          qualifier={qualifier}
          url={data.url}
          refusedReason={refusedReason}
        />
      }
      items={[
        {
          label: t('function-url.url'),
          wide: true,
          value: (
            <span className="flex flex-wrap items-center gap-12">
              <CodeText text={data.url} cut="end" copyLabel={t('function-url.copy')} />
              <TextLink href={data.url} external>
                {t('function-url.open')}
              </TextLink>
            </span>
          ),
        },
        {
          label: t('function-url.authType'),
          value: data.authType,
          hint: data.authType === 'NONE' && t('function-url.noneHint'),
        },
        { label: t('function-url.invokeMode'), value: data.invokeMode },
        { label: t('function-url.cors'), value: corsText(data.cors) },
        {
          label: t('function-url.created'),
          value: data.createdAt && <RelativeTime at={data.createdAt} />,
        },
        {
          label: t('function-url.modified'),
          value: data.modifiedAt && <RelativeTime at={data.modifiedAt} />,
        },
      ]}
    />
  );
}
