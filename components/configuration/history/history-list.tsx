import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { HistoryEntry } from '@/lib/domain/configuration-history';
import type { messages } from '@/lib/i18n/messages/index';
import { getTranslator } from '@/lib/i18n/server';
import type { ConfigurationHistory } from '@/lib/queries/configuration-history';
import { routes, withQuery, type Place } from '@/lib/routes';
import { ChangeTable } from './change-table';

/** What was changed, the newest first, each with its fields before and after. */
export async function HistoryList(props: {
  place: Place;
  functionName: string;
  history: ConfigurationHistory;
  refusedReason: string | undefined;
}) {
  const { place, functionName, history } = props;
  const t = await getTranslator('history');
  const { entries, page, pageCount } = history;
  const here = routes.configuration(place, functionName, 'history');
  return (
    <>
      <h2 className="text-18">{t('title')}</h2>
      <p className="max-w-form text-pretty text-muted">{t('intro', { days: history.keptDays })}</p>
      {history.versionsError && (
        <Failure error={history.versionsError} title={t('versionsNotRead')} compact />
      )}
      {entries.length === 0 && !history.versionsError && <Empty title={t('none')} text={t('noneText')} />}
      <ol className="flex flex-col gap-16">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Entry {...props} entry={entry} />
          </li>
        ))}
      </ol>
      {pageCount > 1 && (
        <nav aria-label={t('pages')} className="flex gap-8">
          {page > 1 && <ButtonLink href={withQuery(here, { page: page - 1 })}>{t('newer')}</ButtonLink>}
          {page < pageCount && (
            <ButtonLink href={withQuery(here, { page: page + 1 })}>{t('older')}</ButtonLink>
          )}
        </nav>
      )}
      <p className="text-12 text-pretty text-muted">
        {history.isCut && t('cut')} {t('restoreHint')} {t('values')}
      </p>
    </>
  );
}

async function Entry(props: {
  place: Place;
  functionName: string;
  entry: HistoryEntry;
  history: ConfigurationHistory;
  refusedReason: string | undefined;
}) {
  const { place, functionName, entry } = props;
  const [t, a] = await Promise.all([getTranslator('history'), getTranslator('audit')]);
  const { what } = entry;
  const key = what.kind === 'act' ? what.action.replace('.', '-') : '';
  const title =
    what.kind === 'version'
      ? t('version', { version: what.version })
      : a(`actions.${key as keyof (typeof messages)['audit']['actions']}`);
  return (
    <Card
      title={title}
      flush={entry.changes.length > 0}
      acts={
        <span className="flex flex-wrap items-center gap-x-12 text-12 text-muted">
          {entry.who && <span>{entry.who}</span>}
          {entry.at && <RelativeTime at={entry.at} />}
          {what.kind === 'version' && (
            <TextLink
              href={withQuery(routes.configuration(place, functionName, 'environment'), {
                qualifier: what.version,
              })}
            >
              {t('openVersion', { version: what.version })}
            </TextLink>
          )}
        </span>
      }
    >
      {entry.changes.length > 0 ? (
        <ChangeTable {...props} title={title} />
      ) : (
        <p className="text-muted">
          {what.kind === 'act' ? t('unknown') : t(what.isOldest ? 'firstVersion' : 'noFields')}
        </p>
      )}
    </Card>
  );
}
