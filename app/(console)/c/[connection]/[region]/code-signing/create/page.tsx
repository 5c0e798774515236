import type { Metadata } from 'next';
import { SigningForm } from '@/components/configuration/signing/signing-form';
import { PageHeader } from '@/components/patterns/page-header';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signing');
  return { title: t('createTitle') };
}

export default async function CreateSigningConfigPage(props: PlacePageProps) {
  const { place, mayChange } = await openPlacePage(props);
  const [cli, t] = await Promise.all([getCliOptions(place), getTranslator('signing')]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('title'), href: routes.signingConfigs(place) }, { label: t('createTitle') }]}
        title={t('createTitle')}
      />
      <SigningForm
        place={place}
        arn={undefined}
        latest={{
          values: { description: '', publishers: '', policy: 'Warn', tags: '' },
          revisionId: undefined,
          readAt: '',
        }}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
      />
    </>
  );
}
