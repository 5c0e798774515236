import type { Metadata } from 'next';
import { EmptySection } from '@/components/configuration/empty-section';
import { DeleteUrlButton } from '@/components/configuration/function-url/delete-url-button';
import { corsText } from '@/components/configuration/function-url/url-draft';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { isVersionNumber } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getFunctionUrl } from '@/lib/queries/invokers';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('function-url.title') };
}

export default async function FunctionUrlPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const found = await getFunction(place, functionName, qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name } = found.data;
  const t = await getTranslator('configuration');
  const title = t('function-url.title');
  if (qualifier !== undefined && isVersionNumber(qualifier)) {
    return <EmptySection title={title} text={t('function-url.notOfVersion')} />;
  }
  const url = await getFunctionUrl(place, name, qualifier);
  if (!url.ok) {
    return (
      <Card title={title}>
        <Failure error={url.error} compact />
      </Card>
    );
  }
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const editHref = withQuery(routes.editConfiguration(place, name, 'function-url'), { qualifier });
  if (url.data === null) {
    return (
      <EmptySection
        title={title}
        text={t('function-url.none')}
        editLabel={t('function-url.create')}
        editHref={editHref}
        editDisabledReason={refusedReason}
      />
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
