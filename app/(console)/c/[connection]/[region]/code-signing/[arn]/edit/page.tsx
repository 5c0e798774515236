import type { Metadata } from 'next';
import { SigningForm } from '@/components/configuration/signing/signing-form';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getSigningConfig } from '@/lib/queries/signing';
import { routes } from '@/lib/routes';

type Props = PlacePageProps<'arn'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signing');
  return { title: t('editTitle') };
}

export default async function EditSigningConfigPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'arn'>(props);
  const { arn } = parts;
  const [found, cli, t] = await Promise.all([
    getSigningConfig(place, arn),
    getCliOptions(place),
    getTranslator('signing'),
  ]);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('title'), href: routes.signingConfigs(place) },
          { label: arn.split(':').at(-1) ?? arn, href: routes.signingConfig(place, arn) },
          { label: t('editTitle') },
        ]}
        title={t('editTitle')}
      />
      {found.ok ? (
        <SigningForm
          place={place}
          arn={arn}
          latest={{
            values: found.data.values,
            revisionId: found.data.revisionId,
            readAt: found.data.readAt,
          }}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
        />
      ) : (
        <div className="max-w-list p-inset">
          <Failure error={found.error} />
        </div>
      )}
    </>
  );
}
