import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { getTranslator } from '@/lib/i18n/server';
import { searchLogs } from '@/lib/queries/logs';
import { routes, withQuery, type Place } from '@/lib/routes';
import { LogLines } from './log-lines';
import { rangeStart, type RangeId } from './ranges';

/** Lines of all streams that match a search, a page at a time. */
export async function SearchCard(props: {
  place: Place;
  functionName: string;
  query: string;
  range: RangeId;
  token: string | undefined;
}) {
  const { place, functionName, query, range, token } = props;
  const [t, found] = await Promise.all([
    getTranslator('monitor'),
    searchLogs(place, functionName, {
      pattern: query,
      startMs: rangeStart(range, Date.now()),
      nextToken: token,
    }),
  ]);
  if (!found.ok) return <Failure error={found.error} title={t('searchFailed')} />;

  const { lines, nextToken } = found.data;
  const streams = [...new Set(lines.map(({ stream }) => stream))];
  const more = nextToken && (
    <ButtonLink
      size="small"
      href={withQuery(routes.functionTab(place, functionName, 'monitor'), {
        q: query,
        range,
        token: nextToken,
      })}
    >
      {t('searchOn')}
    </ButtonLink>
  );
  return (
    <Card title={t('results')} flush={lines.length > 0} acts={more}>
      {lines.length === 0 ? (
        <EmptyLine>{nextToken ? t('noneYet') : t('noneFound')}</EmptyLine>
      ) : (
        <LogLines
          label={t('results')}
          lines={lines}
          streamHrefs={Object.fromEntries(
            streams.map((stream) => [stream, routes.logStream(place, functionName, stream)]),
          )}
        />
      )}
    </Card>
  );
}
