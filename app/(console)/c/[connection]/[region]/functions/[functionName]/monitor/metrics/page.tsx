import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CostCard } from '@/components/monitor/costs/cost-card';
import { MetricBoard } from '@/components/monitor/metrics/metric-board';
import { Failure } from '@/components/patterns/failure';
import { Skeleton } from '@/components/ui/skeleton';
import { requirePageUser } from '@/lib/auth/guard';
import { metricGraphs, metricRange } from '@/lib/domain/metrics';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getFunctionCost } from '@/lib/queries/costs';
import { getFunction } from '@/lib/queries/function';
import { getMetrics } from '@/lib/queries/metrics';
import type { Place } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ range?: string | string[]; qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('metrics');
  return { title: t('title') };
}

export default async function MetricsPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName }, query] = await Promise.all([params, searchParams]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  await requirePageUser();
  const qualifier = readQualifier(query.qualifier);
  const { id } = metricRange(typeof query.range === 'string' ? query.range : undefined);
  const name = decodeURIComponent(functionName);
  const metrics = await getMetrics(place, name, id, qualifier);
  const t = await getTranslator('metrics');
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      {metrics.ok ? (
        <MetricBoard graphs={metricGraphs} data={metrics.data} range={id} kept={{ qualifier }} />
      ) : (
        <Failure error={metrics.error} title={t('notRead')} />
      )}
      {qualifier === undefined && (
        <Suspense fallback={<Skeleton className="h-split w-full" />}>
          <Cost place={place} name={name} />
        </Suspense>
      )}
    </div>
  );
}

/** After the graphs: a month of metrics takes its time. */
async function Cost({ place, name }: { place: Place; name: string }) {
  const found = await getFunction(place, name, undefined);
  if (!found.ok) return null; // The page says so above.
  return (
    <CostCard region={place.region} facts={found.data} cost={await getFunctionCost(place, found.data)} />
  );
}
