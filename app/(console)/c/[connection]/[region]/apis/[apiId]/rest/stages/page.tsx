import type { Metadata } from 'next';
import { Failure } from '@/components/patterns/failure';
import { StagesPage } from '@/components/apis/rest/stages/stages-page';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getRestStages } from '@/lib/queries/rest-stages';
import { StageContent } from './stage-content';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restStages');
  return { title: t('title') };
}

/** Shows the first stage; the others have addresses of their own. */
export default async function RestStagesPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const found = await getRestStages(place, apiId);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} />
      </div>
    );
  }
  const target = { place, apiId };
  const first = found.data[0];
  return (
    <StagesPage target={target} stages={found.data} current={first?.name} refusedReason={refusedReason}>
      {first && (
        <StageContent target={target} stage={first} stages={found.data} refusedReason={refusedReason} />
      )}
    </StagesPage>
  );
}
