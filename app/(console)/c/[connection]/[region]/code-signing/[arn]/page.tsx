import type { Metadata } from 'next';
import { DeleteSigning } from '@/components/configuration/signing/delete-signing';
import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getSigningConfig, listSigningFunctions, listTags } from '@/lib/queries/signing';
import { routes } from '@/lib/routes';

type Props = PlacePageProps<'arn'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: decodeURIComponent((await params).arn)
      .split(':')
      .at(-1),
  };
}

export default async function SigningConfigPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'arn'>(props);
  const { arn } = parts;
  const [found, functions, tags, t] = await Promise.all([
    getSigningConfig(place, arn),
    listSigningFunctions(place, arn),
    listTags(place, arn),
    getTranslator('signing'),
  ]);
  const id = arn.split(':').at(-1) ?? arn;
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const row = found.ok ? found.data.row : undefined;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('title'), href: routes.signingConfigs(place) }, { label: id }]}
        title={id}
        acts={
          row && (
            <>
              <DeleteSigning place={place} arn={arn} id={id} refusedReason={refusedReason} />
              <ButtonLink
                variant="primary"
                href={routes.editSigningConfig(place, arn)}
                disabledReason={refusedReason}
                shortcut="edit"
              >
                {t('edit')}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="flex max-w-list flex-col gap-16 px-inset py-16">
        {!found.ok && <Failure error={found.error} />}
        {row && (
          <>
            <DetailsSection
              title={t('one')}
              items={[
                { label: t('description'), value: row.description },
                {
                  label: t('policy'),
                  value: row.policy === 'Warn' || row.policy === 'Enforce' ? t(row.policy) : row.policy,
                },
                {
                  label: t('lastModified'),
                  value: row.lastModified && <RelativeTime at={row.lastModified} />,
                },
                {
                  label: t('tags'),
                  value:
                    tags.ok &&
                    Object.entries(tags.data)
                      .map(([key, value]) => `${key}=${value}`)
                      .join(', '),
                },
                { label: t('arn'), value: <CodeText text={arn} copyLabel={t('copyArn')} />, wide: true },
                {
                  label: t('publishers'),
                  value: row.publishers.map((publisher) => (
                    <span key={publisher} className="block">
                      <CodeText text={publisher} />
                    </span>
                  )),
                  wide: true,
                },
              ]}
            />
            <Card title={t('functions')} meta={functions.ok ? `(${functions.data.rows.length})` : undefined}>
              {!functions.ok && <Failure error={functions.error} compact />}
              {functions.ok && functions.data.rows.length === 0 && <EmptyLine>{t('noFunctions')}</EmptyLine>}
              {functions.ok && functions.data.rows.length > 0 && (
                <ul className="flex flex-col gap-4">
                  {functions.data.rows.map((name) => (
                    <li key={name}>
                      <TextLink href={routes.configuration(place, name, 'code-signing')}>{name}</TextLink>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          </>
        )}
      </div>
    </>
  );
}
