import type { Metadata } from 'next';
import { TraceTable } from '@/components/monitor/traces/trace-table';
import { Waterfall } from '@/components/monitor/traces/waterfall';
import { Empty, EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { TextLink } from '@/components/ui/text-link';
import { requirePageUser } from '@/lib/auth/guard';
import { getTranslator } from '@/lib/i18n/server';
import { getTrace, listTraces } from '@/lib/queries/traces';
import { routes, type Place } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ trace?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('metrics');
  return { title: t('traces.title') };
}

export default async function TracesPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName: segment }, { trace }] = await Promise.all([
    params,
    searchParams,
  ]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  await requirePageUser();
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      {typeof trace === 'string' ? (
        <OneTrace place={place} functionName={functionName} traceId={trace} />
      ) : (
        <AllTraces place={place} functionName={functionName} />
      )}
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

async function AllTraces({ place, functionName }: { place: Place; functionName: string }) {
  const [t, traces] = await Promise.all([getTranslator('metrics'), listTraces(place, functionName)]);
  if (!traces.ok) return <Failure error={traces.error} title={t('traces.notRead')} />;
  if (traces.data.length > 0) {
    return <TraceTable place={place} functionName={functionName} traces={traces.data} />;
  }
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
