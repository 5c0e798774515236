import { ArrowLeft } from 'lucide-react';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { LogPage } from '@/lib/queries/logs';
import { routes, withQuery, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { LogLines } from './log-lines';

/** One stream's events, a page at a time; the newest page first. */
export async function StreamCard(props: {
  place: Place;
  functionName: string;
  stream: string;
  /** Names the page; undefined for the newest. */
  token: string | undefined;
  page: Result<LogPage, ConsoleError>;
}) {
  const { place, functionName, stream, token, page } = props;
  const t = await getTranslator('monitor');
  const base = routes.functionTab(place, functionName, 'monitor');
  const to = (next: string | undefined) => withQuery(base, { stream, token: next });
  const back = (
    <ButtonLink
      href={base}
      size="small"
      variant="quiet"
      icon={<ArrowLeft aria-hidden size={16} strokeWidth={1.75} />}
    >
      {t('allStreams')}
    </ButtonLink>
  );
  if (!page.ok) {
    return (
      <div className="flex flex-col items-start gap-12">
        {back}
        <div className="w-full">
          <Failure error={page.error} title={t('streamNotRead')} />
        </div>
      </div>
    );
  }
  const { lines, backwardToken, forwardToken } = page.data;
  return (
    <div className="flex flex-col items-start gap-12">
      {back}
      <div className="w-full">
        <Card
          title={t('events')}
          meta={<code className="text-13 wrap-anywhere">{stream}</code>}
          flush={lines.length > 0}
          acts={
            <>
              <ButtonLink href={to(backwardToken)} size="small">
                {t('older')}
              </ButtonLink>
              <ButtonLink href={to(forwardToken)} size="small">
                {t('newer')}
              </ButtonLink>
              {token !== undefined && (
                <ButtonLink href={to(undefined)} size="small">
                  {t('newest')}
                </ButtonLink>
              )}
            </>
          }
        >
          {lines.length === 0 ? (
            <EmptyLine>{token === undefined ? t('noEvents') : t('endReached')}</EmptyLine>
          ) : (
            <LogLines label={t('events')} lines={lines} />
          )}
        </Card>
      </div>
    </div>
  );
}
