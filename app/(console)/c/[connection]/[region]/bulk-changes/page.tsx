import type { Metadata } from 'next';
import { BulkChanges } from '@/components/functions/bulk/bulk-changes';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import { parseListState } from '@/lib/domain/function-list-url';
import { offeredRuntimes } from '@/lib/domain/runtimes';
import { getTranslator } from '@/lib/i18n/server';
import { getBulkTargets } from '@/lib/queries/bulk-targets';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('bulk');
  return { title: t('title') };
}

/** Changes many functions at once: those that the address names, or all that its filter lets through. */
export default async function BulkChangesPage(props: PlacePageProps) {
  const { place, mayChange, query } = await openPlacePage(props);
  const names = query['names']?.split(',').filter(Boolean);
  const which = names ? { names } : { state: parseListState(await props.searchParams, 50) };
  const [found, t, words] = await Promise.all([
    getBulkTargets(place, which),
    getTranslator('bulk'),
    getTranslator('functions'),
  ]);
  const now = new Date();
  const { latest, other } = offeredRuntimes(now);
  const { targets, matchCount } = found;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: words('title'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        count={matchCount}
      />
      {found.error && (
        <div className="max-w-list p-inset">
          <Failure error={found.error} />
        </div>
      )}
      {matchCount > targets.length && (
        <div className="max-w-list px-inset pt-12">
          <Note tone="info">{t('isCut', { count: targets.length })}</Note>
        </div>
      )}
      {!found.isComplete && !found.error && (
        <div className="max-w-list px-inset pt-12">
          <Note tone="warning">{t('listing')}</Note>
        </div>
      )}
      {targets.length > 0 ? (
        <BulkChanges
          place={place}
          targets={targets}
          runtimes={[...latest, ...other]}
          refusedReason={mayChange ? undefined : words('needsDeveloper')}
          now={now.toISOString()}
        />
      ) : (
        !found.error && (
          <EmptyLine>
            {t('noTargets')} <TextLink href={routes.functions(place)}>{t('back')}</TextLink>
          </EmptyLine>
        )
      )}
    </>
  );
}
