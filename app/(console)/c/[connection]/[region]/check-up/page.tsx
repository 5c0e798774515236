import type { Metadata } from 'next';
import { CheckUpView } from '@/components/check-up/check-up-view';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { LookAgain } from '@/components/patterns/look-again';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { getTranslator } from '@/lib/i18n/server';
import { getCheckUp } from '@/lib/queries/check-up';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('checkUp');
  return { title: t('title') };
}

export default async function CheckUpPage(props: PlacePageProps) {
  const { place } = await openPlacePage(props);
  const [checkUp, cli, t] = await Promise.all([
    getCheckUp(place),
    getCliOptions(place),
    getTranslator('checkUp'),
  ]);
  const { error, functionCount, isComplete } = checkUp;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        below={<p className="text-pretty text-muted">{t('intro', { region: place.region })}</p>}
      />
      <LookAgain isChanging={!isComplete && !error} />
      <div className="flex max-w-list flex-col gap-16 px-inset py-16">
        {error && <Failure error={error} title={t('listFailed')} />}
        {!error && !isComplete && <Note tone="info">{t('listing', { count: functionCount })}</Note>}
        {functionCount > 0 && (
          <CheckUpView
            key={`${place.connectionId}/${place.region}`}
            place={place}
            checkUp={checkUp}
            cli={cli}
          />
        )}
      </div>
      {!error && isComplete && functionCount === 0 && (
        <Empty
          title={t('noFunctionsTitle', { region: place.region })}
          text={t('noFunctionsText')}
          acts={<ButtonLink href={routes.createFunction(place)}>{t('create')}</ButtonLink>}
        />
      )}
    </>
  );
}
