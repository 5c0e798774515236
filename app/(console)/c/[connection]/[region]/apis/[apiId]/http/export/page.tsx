import type { Metadata } from 'next';
import { ExportForm } from '@/components/apis/http/pages/export-form';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { isHttpImportMissing } from '@/lib/queries/http-import-support';
import { getHttpStages } from '@/lib/queries/http-stages';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('export.title') };
}

export default async function ExportPage(props: ApiPageProps) {
  const { place, apiId } = await openApiPage(props);
  const [isMissing, stages, t] = await Promise.all([
    isHttpImportMissing(place),
    getHttpStages(place, apiId),
    getTranslator('httpPages'),
  ]);
  return (
    <div className="px-inset py-16">
      {isMissing ? (
        <Note tone="info" title={t('export.title')}>
          {t('export.unsupported')}
        </Note>
      ) : (
        <ExportForm
          place={place}
          apiId={apiId}
          stages={stages.ok ? stages.data.map(({ name }) => name) : []}
        />
      )}
    </div>
  );
}
