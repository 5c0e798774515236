import type { Metadata } from 'next';
import { ServiceMapCard } from '@/components/designer/service-map';
import { ServiceTable } from '@/components/monitor/traces/service-table';
import { readTraceRange, type TraceRange } from '@/components/monitor/traces/trace-ranges';
import { TraceSearch } from '@/components/monitor/traces/trace-search';
import { TraceTable } from '@/components/monitor/traces/trace-table';
import { Waterfall } from '@/components/monitor/traces/waterfall';
import { Empty, EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { TextLink } from '@/components/ui/text-link';
import { requirePageUser } from '@/lib/auth/guard';
import { getTranslator } from '@/lib/i18n/server';
import { getServiceMap } from '@/lib/queries/service-map';
import { getTrace, listTraces } from '@/lib/queries/traces';
import { routes, type Place } from '@/lib/routes';

type Query = 'trace' | 'filter' | 'range' | 'view';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ readonly [Name in Query]?: string | string[] }>;
}

interface Wanted {
  readonly place: Place;
  readonly functionName: string;
  readonly range: TraceRange;
  readonly filter: string | undefined;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('metrics');
  return { title: t('traces.title') };
}

export default async function TracesPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName: segment }, query] = await Promise.all([params, searchParams]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  await requirePageUser();
  const textOf = (name: Query) =>
    typeof query[name] === 'string' ? query[name].trim() || undefined : undefined;
  const trace = textOf('trace');
  const wanted = { place, functionName, range: readTraceRange(textOf('range')), filter: textOf('filter') };
  const isMap = textOf('view') === 'map';
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      {trace !== undefined && <OneTrace place={place} functionName={functionName} traceId={trace} />}
      {trace === undefined && <TraceSearch {...wanted} isMap={isMap} />}
      {trace === undefined && (isMap ? <Map {...wanted} /> : <AllTraces {...wanted} />)}
    </div>
  );
}

async function OneTrace(props: { place: Place; functionName: string; traceId: string }) {
  const { place, functionName, traceId } = props;
  const [t, rows] = await Promise.all([getTranslator('metrics'), getTrace(place, traceId)]);
  return (
    <>
      <TextLink href={routes.monitorView(place, functionName, 'traces')}>{t('traces.back')}</TextLink>
      {!rows.ok && <Failure error={rows.error} title={t('traces.notRead')} />}
      {rows.ok && rows.data.length === 0 && <EmptyLine>{t('traces.gone')}</EmptyLine>}
      {rows.ok && rows.data.length > 0 && <Waterfall traceId={traceId} rows={rows.data} />}
    </>
  );
}

async function AllTraces({ place, functionName, range, filter }: Wanted) {
  const search = { rangeMs: range.ms, filter };
  const [t, list] = await Promise.all([getTranslator('metrics'), listTraces(place, functionName, search)]);
  if (!list.ok) return <Failure error={list.error} title={t('traces.notRead')} />;
  if (list.data.traces.length > 0)
    return <TraceTable place={place} functionName={functionName} list={list.data} />;
  if (filter === undefined) return <NoTraces place={place} functionName={functionName} />;
  return (
    <Empty
      title={t('traces.noMatch')}
      text={t('traces.noMatchText')}
      acts={
        <ButtonLink href={routes.monitorView(place, functionName, 'traces', { range: range.id })}>
          {t('traces.clear')}
        </ButtonLink>
      }
    />
  );
}

async function Map({ place, functionName, range }: Wanted) {
  const [t, map] = await Promise.all([
    getTranslator('metrics'),
    getServiceMap(place, functionName, range.ms),
  ]);
  if (!map.ok) return <Failure error={map.error} title={t('traces.notRead')} />;
  if (map.data.services.length === 0) return <NoTraces place={place} functionName={functionName} />;
  return (
    <>
      <ServiceMapCard name={functionName} map={map.data} />
      <ServiceTable map={map.data} />
    </>
  );
}

async function NoTraces({ place, functionName }: { place: Place; functionName: string }) {
  const t = await getTranslator('metrics');
  return (
    <Empty
      title={t('traces.none')}
      text={t('traces.noneText')}
      acts={
        <ButtonLink href={routes.editConfiguration(place, functionName, 'monitoring')} variant="primary">
          {t('traces.turnOn')}
        </ButtonLink>
      }
    />
  );
}
