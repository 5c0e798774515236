import type { Metadata } from 'next';
import { CodeSource } from '@/components/code-editor/code-source';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { routes } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('functionPage');
  return { title: t('code') };
}

export default async function CodePage({ params }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const found = await getFunction(place, decodeURIComponent(functionName));
  if (!found.ok) return null; // The layout has said why.

  const facts = found.data;
  const t = await getTranslator('code');
  const isUpdating = facts.state === 'Pending' || facts.lastUpdateStatus === 'InProgress';
  return (
    <div className="flex flex-col gap-16 px-inset py-12">
      <CodeSource
        target={{ place, name: facts.name, handler: facts.handler, codeSha256: facts.codeSha256 }}
        runtime={facts.runtime}
        isUpdating={isUpdating}
        variableNames={facts.variableNames}
        testHref={routes.functionTab(place, facts.name, 'test')}
        configurationHref={routes.configuration(place, facts.name, 'environment')}
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
