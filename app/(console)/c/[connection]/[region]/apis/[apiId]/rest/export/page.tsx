import type { Metadata } from 'next';
import { PartPage } from '@/components/apis/rest/part-page';
import { ExportForm } from '@/components/apis/rest/parts/export-form';
import { EmptyLine } from '@/components/patterns/empty';
import { Card } from '@/components/ui/card';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getRestStages } from '@/lib/queries/rest-stages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('export.title') };
}

export default async function ExportPage(props: ApiPageProps) {
  const { place, apiId } = await openApiPage(props);
  const [found, t] = await Promise.all([getRestStages(place, apiId), getTranslator('restParts')]);
  if (!found.ok) return <PartPage failure={found.error} />;
  return (
    <PartPage>
      <Card title={t('export.title')}>
        {found.data.length === 0 ? (
          <EmptyLine>{t('export.none')}</EmptyLine>
        ) : (
          <ExportForm target={{ place, apiId }} stages={found.data.map(({ name }) => name)} />
        )}
      </Card>
    </PartPage>
  );
}
