import type { Metadata } from 'next';
import { CodeSource } from '@/components/code-editor/code-source';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { routes, withQuery } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('functionPage');
  return { title: t('code') };
}

export default async function CodePage({ params, searchParams }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const qualifier = readQualifier((await searchParams).qualifier);
  const found = await getFunction(place, decodeURIComponent(functionName), qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const facts = found.data;
  const t = await getTranslator('code');
  const isUpdating = facts.state === 'Pending' || facts.lastUpdateStatus === 'InProgress';
  return (
    <div className="flex flex-col gap-16 px-inset py-12">
      <CodeSource
        key={qualifier}
        target={{
          place,
          name: facts.name,
          qualifier,
          handler: facts.handler,
          codeSha256: facts.codeSha256,
        }}
        runtime={facts.runtime}
        isUpdating={isUpdating}
        variableNames={facts.variableNames}
        testHref={withQuery(routes.functionTab(place, facts.name, 'test'), { qualifier })}
        configurationHref={withQuery(routes.configuration(place, facts.name, 'environment'), { qualifier })}
      />
      <DetailsSection
        title={t('properties.title')}
        items={[
          {
            label: t('properties.size'),
            value: facts.packageType === 'Zip' ? formatBytes(facts.codeBytes) : undefined,
          },
          {
            label: t('properties.sha'),
            value: facts.codeSha256 && (
              <CodeText text={facts.codeSha256} cut="end" copyLabel={t('properties.copySha')} />
            ),
          },
          {
            label: t('properties.lastModified'),
            value: facts.lastModified && <RelativeTime at={facts.lastModified} />,
          },
          { label: t('properties.runtime'), value: facts.runtime && <code>{facts.runtime}</code> },
          { label: t('properties.handler'), value: facts.handler && <code>{facts.handler}</code> },
          { label: t('properties.architecture'), value: <code>{facts.architecture}</code> },
        ]}
      />
    </div>
  );
}
