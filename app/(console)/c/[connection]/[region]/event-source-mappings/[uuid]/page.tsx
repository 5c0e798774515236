import type { Metadata } from 'next';
import { isMappingChanging, MappingState } from '@/components/configuration/triggers/mapping-state';
import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { JsonText } from '@/components/patterns/json-text';
import { LookAgain } from '@/components/patterns/look-again';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { CodeText } from '@/components/ui/code-text';
import { Disclosure } from '@/components/ui/disclosure';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { triggerRefText } from '@/lib/domain/trigger-ref';
import { getTranslator } from '@/lib/i18n/server';
import { getMapping } from '@/lib/queries/mappings';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { listTags } from '@/lib/queries/signing';
import { routes } from '@/lib/routes';

type Props = PlacePageProps<'uuid'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('mappings');
  return { title: t('one') };
}

export default async function MappingPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'uuid'>(props);
  const [found, t] = await Promise.all([getMapping(place, parts.uuid), getTranslator('mappings')]);
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const row = found.ok ? found.data : undefined;
  const tags = row?.arn === undefined ? undefined : await listTags(place, row.arn);
  // The mapping is there: an endpoint that does not find it among what has tags keeps none of mappings.
  const isNotKept = tags?.ok === false && tags.error.kind === 'not-found';
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('lambda'), href: routes.functions(place) },
          { label: t('title'), href: routes.mappings(place) },
          { label: parts.uuid },
        ]}
        title={row?.sourceArn?.split(/[:/]/).at(-1) ?? parts.uuid}
        status={row && <MappingState state={row.state} />}
        acts={
          row && (
            <ButtonLink
              variant="primary"
              href={routes.editTrigger(place, row.functionName, {
                trigger: triggerRefText({ type: 'mapping', id: row.uuid }),
                qualifier: row.qualifier,
              })}
              disabledReason={refusedReason}
              shortcut="edit"
            >
              {t('edit')}
            </ButtonLink>
          )
        }
      />
      <div className="flex max-w-list flex-col gap-16 px-inset py-16">
        {!found.ok && <Failure error={found.error} />}
        {row && (
          <>
            <LookAgain isChanging={isMappingChanging(row.state)} />
            <DetailsSection
              title={t('one')}
              items={[
                {
                  label: t('function'),
                  value: (
                    <TextLink href={routes.function(place, row.functionName)}>
                      {[row.functionName, row.qualifier].filter(Boolean).join(':')}
                    </TextLink>
                  ),
                },
                { label: t('lastResult'), value: row.lastResult },
                {
                  label: t('lastModified'),
                  value: row.lastModified && <RelativeTime at={row.lastModified} />,
                },
                { label: t('reason'), value: row.reason },
                { label: t('batchSize'), value: row.batchSize },
                { label: t('window'), value: row.windowSeconds },
                { label: t('filters'), value: row.filterCount || undefined },
                { label: t('onFailure'), value: row.onFailure && <CodeText text={row.onFailure} /> },
                { label: t('startingPosition'), value: row.startingPosition },
                {
                  label: t('sourceArn'),
                  value: row.sourceArn && <CodeText text={row.sourceArn} copyLabel={t('copyArn')} />,
                  wide: true,
                },
                {
                  label: t('arn'),
                  value: row.arn && <CodeText text={row.arn} copyLabel={t('copyArn')} />,
                  wide: true,
                },
              ]}
            />
            {tags && (
              <Card
                title={t('tags')}
                acts={
                  <ButtonLink
                    size="small"
                    href={routes.mappingTags(place, row.uuid)}
                    disabledReason={isNotKept ? t('tagsNotKept') : refusedReason}
                  >
                    {t('manageTags')}
                  </ButtonLink>
                }
              >
                {isNotKept && <EmptyLine>{t('tagsNotKept')}</EmptyLine>}
                {!tags.ok && !isNotKept && <Failure error={tags.error} compact />}
                {tags.ok && Object.keys(tags.data).length === 0 && <EmptyLine>{t('noTags')}</EmptyLine>}
                {tags.ok && (
                  <div className="flex flex-wrap gap-8">
                    {Object.entries(tags.data).map(([key, value]) => (
                      <Chip key={key} mono>
                        {key}={value}
                      </Chip>
                    ))}
                  </div>
                )}
              </Card>
            )}
            <Card title={t('details')}>
              <Disclosure summary={t('details')}>
                <JsonText text={row.document} copyLabel={t('copyDetails')} />
              </Disclosure>
            </Card>
          </>
        )}
      </div>
    </>
  );
}
