import type { Metadata } from 'next';
import { StageFilter } from '@/components/apis/stage-filter';
import { MetricBoard } from '@/components/monitor/metrics/metric-board';
import { Failure } from '@/components/patterns/failure';
import type { ApiProtocol } from '@/lib/domain/api';
import { apiGraphs } from '@/lib/domain/api-metrics';
import { metricRange } from '@/lib/domain/metrics';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getApiMetrics, listStageNames } from '@/lib/queries/api-metrics';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';

export async function dashboardMetadata(page: 'dashboard' | 'metrics'): Promise<Metadata> {
  const t = await getTranslator('apis');
  return { title: t(`pages.${page}`) };
}

/** The graphs of an API, of one stage with `?stage=`. */
export async function ApiDashboard({ protocol, ...props }: ApiPageProps & { protocol: ApiProtocol }) {
  const { place, apiId, query } = await openApiPage(props);
  const [api, stages, t] = await Promise.all([
    getApi(place, apiId, protocol),
    listStageNames(place, { id: apiId, protocol }),
    getTranslator('metrics'),
  ]);
  // The layout says of an API that is not there.
  if (!api.ok) return null;
  const { id: range } = metricRange(query['range']);
  const stage = stages.ok ? stages.data.find((name) => name === query['stage']) : undefined;
  const metrics = await getApiMetrics(place, { id: apiId, name: api.data.name, protocol, stage }, range);
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      <div className="flex flex-wrap items-end justify-between gap-12">
        <h2 className="text-16">{t('title')}</h2>
        {stages.ok && <StageFilter stages={stages.data} stage={stage} range={range} />}
      </div>
      {!stages.ok && <Failure error={stages.error} compact />}
      {metrics.ok ? (
        <MetricBoard graphs={apiGraphs[protocol]} data={metrics.data} range={range} kept={{ stage }} />
      ) : (
        <Failure error={metrics.error} title={t('notRead')} />
      )}
    </div>
  );
}
