import type { Metadata } from 'next';
import { AccountMapView } from '@/components/designer/map/account-map-view';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { LookAgain } from '@/components/patterns/look-again';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { getAccountMap } from '@/lib/queries/account-map';
import { askedMax } from '@/lib/queries/account-map-links';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('accountMap');
  return { title: t('title') };
}

export default async function AccountMapPage(props: PlacePageProps) {
  const { place } = await openPlacePage(props);
  const [data, t] = await Promise.all([getAccountMap(place), getTranslator('accountMap')]);
  const { functions, links, failures } = data;
  const isBounded = functions.length > askedMax;
  const isEmpty = data.isComplete && functions.length === 0 && !data.error;
  return (
    <div className="flex min-h-sheet flex-col">
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        count={functions.length}
      />
      <LookAgain isChanging={!data.isComplete && !data.error} />
      {data.error && (
        <div className="max-w-list p-inset">
          <Failure error={data.error} />
        </div>
      )}
      {isEmpty && (
        <Empty
          title={t('emptyTitle', { region: place.region })}
          text={t('emptyText')}
          acts={<ButtonLink href={routes.functions(place)}>{t('toFunctions')}</ButtonLink>}
        />
      )}
      {(failures.length > 0 || isBounded || !data.isComplete) && !data.error && (
        <div className="flex flex-col gap-8 px-inset py-12">
          {!data.isComplete && <Note tone="info">{t('listing', { count: functions.length })}</Note>}
          {data.isCut && <Note tone="info">{t('isCut', { count: functions.length })}</Note>}
          {isBounded && <Note tone="info">{t('isBounded', { count: askedMax })}</Note>}
          {failures.length > 0 && (
            <Note tone="warning" title={t('incomplete')}>
              {failures
                .map(({ question, error }) => {
                  const reason =
                    error.kind === 'unsupported' || error.kind === 'denied' ? error.kind : ('other' as const);
                  return `${t(`question.${question}`)}: ${t(`asked.${reason}`)}`;
                })
                .join(' · ')}
            </Note>
          )}
        </div>
      )}
      {functions.length > 0 && <AccountMapView place={place} functions={functions} links={links} />}
    </div>
  );
}
