import { Empty } from '@/components/patterns/empty';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import type { ConsoleError } from '@/lib/domain/console-error';
import { isFiltered, type ExecutionFilter } from '@/lib/domain/durable-execution';
import { getTranslator } from '@/lib/i18n/server';
import type { ExecutionRow } from '@/lib/queries/durable';
import { computeRoutes } from '@/lib/compute-routes';
import { routes, withQuery, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { ExecutionFilterForm } from './execution-filter';
import { ExecutionTable } from './execution-table';

/** The list of executions with its filter: none yet, none that match, one page of them. */
export async function ExecutionList(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  filter: ExecutionFilter;
  /** Of the page in view; undefined for the first. */
  marker: string | undefined;
  found: Result<{ rows: readonly ExecutionRow[]; next: string | undefined }, ConsoleError>;
}) {
  const t = await getTranslator('durable');
  const { place, functionName, qualifier, filter, found } = props;
  const href = computeRoutes.durableExecutions(place, functionName, { qualifier });
  const test = withQuery(routes.functionTab(place, functionName, 'test'), { qualifier });
  if (!found.ok) return <Failure error={found.error} />;
  const { rows, next } = found.data;
  if (rows.length === 0 && !isFiltered(filter) && props.marker === undefined)
    return (
      <Empty
        title={t('noneTitle')}
        text={t('noneText')}
        acts={
          <ButtonLink variant="primary" href={test}>
            {t('goTest')}
          </ButtonLink>
        }
      />
    );
  const pageHref = (marker?: string) => {
    const query = new URLSearchParams(filter.statuses.map((status) => ['status', status]));
    const { name, after, before } = filter;
    for (const [key, value] of Object.entries({ qualifier, name, after, before, marker }))
      if (value) query.set(key, value);
    return `${computeRoutes.durableExecutions(place, functionName)}?${query.toString()}`;
  };
  return (
    <div className="flex flex-col gap-16">
      <ExecutionFilterForm
        href={computeRoutes.durableExecutions(place, functionName)}
        qualifier={qualifier}
        filter={filter}
      />
      <Card title={t('executions')} flush={rows.length > 0}>
        {rows.length === 0 ? (
          <EmptyLine>
            {t('noMatch')} <a href={href}>{t('clear')}</a>
          </EmptyLine>
        ) : (
          <ExecutionTable place={place} functionName={functionName} qualifier={qualifier} rows={rows} />
        )}
      </Card>
      {(next ?? props.marker) && (
        <div className="flex gap-8">
          {props.marker && <ButtonLink href={pageHref()}>{t('newest')}</ButtonLink>}
          {next && <ButtonLink href={pageHref(next)}>{t('older')}</ButtonLink>}
        </div>
      )}
    </div>
  );
}
