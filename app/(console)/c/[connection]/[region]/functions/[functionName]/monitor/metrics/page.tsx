import type { Metadata } from 'next';
import { MetricBoard } from '@/components/monitor/metrics/metric-board';
import { Failure } from '@/components/patterns/failure';
import { requirePageUser } from '@/lib/auth/guard';
import { metricRange } from '@/lib/domain/metrics';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getMetrics } from '@/lib/queries/metrics';

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
  const metrics = await getMetrics(place, decodeURIComponent(functionName), id, qualifier);
  const t = await getTranslator('metrics');
  return (
    <div className="px-inset py-16">
      {metrics.ok ? (
        <MetricBoard data={metrics.data} range={id} qualifier={qualifier} />
      ) : (
        <Failure error={metrics.error} title={t('notRead')} />
      )}
    </div>
  );
}
