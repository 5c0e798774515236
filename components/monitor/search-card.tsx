import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { LogSearch } from '@/lib/queries/logs';
import { routes, withQuery, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { LogLines } from './log-lines';
import type { RangeId } from './ranges';

/** Lines of all streams that match a search, a page at a time. */
export async function SearchCard(props: {
  place: Place;
  functionName: string;
  query: string;
  range: RangeId;
  found: Result<LogSearch, ConsoleError>;
}) {
  const { place, functionName, query, range, found } = props;
  const t = await getTranslator('monitor');
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
