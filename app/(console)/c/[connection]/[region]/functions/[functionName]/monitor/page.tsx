import type { Metadata } from 'next';
import { Suspense } from 'react';
import { InvocationTables } from '@/components/monitor/insights/invocation-tables';
import { LiveTail } from '@/components/monitor/live-tail';
import { LogSearch } from '@/components/monitor/log-search';
import { parseRange, rangeStart } from '@/components/monitor/ranges';
import { SearchCard } from '@/components/monitor/search-card';
import { StreamCard } from '@/components/monitor/stream-card';
import { StreamsCard } from '@/components/monitor/streams-card';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Skeleton } from '@/components/ui/skeleton';
import { requirePageUser } from '@/lib/auth/guard';
import { getTranslator } from '@/lib/i18n/server';
import { listInvocations } from '@/lib/queries/invocations';
import { listLogStreams, readLogStream, searchLogs } from '@/lib/queries/logs';
import { routes, type Place } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('monitor');
  return { title: t('title') };
}

export default async function MonitorPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName: segment }, query] = await Promise.all([params, searchParams]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  await requirePageUser();
  const text = (key: string) => {
    const value = query[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const stream = text('stream');
  const token = text('token');
  if (stream !== undefined) {
    return (
      <div className="px-inset py-16">
        <StreamCard
          place={place}
          functionName={functionName}
          stream={stream}
          token={token}
          page={await readLogStream(place, functionName, stream, token)}
        />
      </div>
    );
  }
  const range = parseRange(text('range'));
  const isSearching = text('q') !== undefined || text('range') !== undefined;
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      <LiveTail place={place} functionName={functionName} />
      <LogSearch
        place={place}
        functionName={functionName}
        query={text('q') ?? ''}
        range={range}
        isSearching={isSearching}
      />
      {isSearching ? (
        <SearchCard
          place={place}
          functionName={functionName}
          query={text('q') ?? ''}
          range={range}
          found={await searchLogs(place, functionName, {
            pattern: text('q') ?? '',
            startMs: rangeStart(range, Date.now()),
            nextToken: token,
          })}
        />
      ) : (
        <>
          <Streams place={place} functionName={functionName} after={text('after')} />
          <Suspense fallback={<Skeleton className="h-split w-full" />}>
            <Invocations place={place} functionName={functionName} />
          </Suspense>
        </>
      )}
    </div>
  );
}

async function Streams(props: { place: Place; functionName: string; after: string | undefined }) {
  const { place, functionName, after } = props;
  const [t, streams] = await Promise.all([
    getTranslator('monitor'),
    listLogStreams(place, functionName, after),
  ]);
  if (!streams.ok) return <Failure error={streams.error} title={t('streamsNotRead')} />;
  if (streams.data.streams.length > 0) {
    return <StreamsCard place={place} functionName={functionName} data={streams.data} />;
  }
  return (
    <Empty
      title={streams.data.groupExists ? t('noStreams') : t('neverRan')}
      text={t('neverRanText', { group: streams.data.logGroup })}
      acts={
        <ButtonLink href={routes.functionTab(place, functionName, 'test')} variant="primary">
          {t('testFunction')}
        </ButtonLink>
      }
    />
  );
}

/** After the rest of the page: a query over a day of logs takes its time. */
async function Invocations({ place, functionName }: { place: Place; functionName: string }) {
  const [recent, expensive] = await Promise.all([
    listInvocations(place, functionName, 'recent', '1d'),
    listInvocations(place, functionName, 'expensive', '1d'),
  ]);
  return <InvocationTables place={place} functionName={functionName} recent={recent} expensive={expensive} />;
}
