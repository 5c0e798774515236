import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { StageCard } from '@/components/apis/http/pages/stage-card';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getHttpStages } from '@/lib/queries/http-stages';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('stages.title') };
}

export default async function StagesPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, api, t] = await Promise.all([
    getHttpStages(place, apiId),
    getApi(place, apiId, 'HTTP'),
    getTranslator('httpPages'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const stages = found.data;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.httpApi(place, apiId, 'stages', 'create')}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={refusedReason}
      shortcut="create"
    >
      {t('stages.create')}
    </ButtonLink>
  );
  if (stages.length === 0)
    return <Empty title={t('stages.none')} text={t('stages.noneText')} acts={create} />;
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      <div className="flex flex-wrap items-center gap-12">
        <h2 className="text-16">
          {t('stages.title')} <span className="font-regular text-muted">({stages.length})</span>
        </h2>
        <span className="ml-auto">{create}</span>
      </div>
      {stages.map((stage) => (
        <StageCard
          key={stage.name}
          place={place}
          apiId={apiId}
          apiName={api.ok ? api.data.name : apiId}
          address={api.ok ? api.data.address : undefined}
          stage={stage}
          refusedReason={refusedReason}
        />
      ))}
    </div>
  );
}
