import type { Metadata } from 'next';
import { Failure } from '@/components/patterns/failure';
import { StagesPage } from '@/components/apis/rest/stages/stages-page';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getRestStages } from '@/lib/queries/rest-stages';
import { StageContent } from '../stage-content';

export async function generateMetadata({ params }: ApiPageProps<'stage'>): Promise<Metadata> {
  return { title: decodeURIComponent((await params).stage) };
}

export default async function RestStagePage(props: ApiPageProps<'stage'>) {
  const { place, apiId, parts, refusedReason } = await openApiPage(props);
  const found = await getRestStages(place, apiId);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} />
      </div>
    );
  }
  const target = { place, apiId };
  const stage = found.data.find(({ name }) => name === parts.stage);
  return (
    <StagesPage target={target} stages={found.data} current={parts.stage} refusedReason={refusedReason}>
      {stage && (
        <StageContent target={target} stage={stage} stages={found.data} refusedReason={refusedReason} />
      )}
    </StagesPage>
  );
}
