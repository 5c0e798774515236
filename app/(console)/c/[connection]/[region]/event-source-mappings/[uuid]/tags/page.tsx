import type { Metadata } from 'next';
import { TagsForm } from '@/components/configuration/tags/tags-form';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getMapping } from '@/lib/queries/mappings';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { listTags } from '@/lib/queries/signing';
import { routes } from '@/lib/routes';

type Props = PlacePageProps<'uuid'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('mappings');
  return { title: t('manageTags') };
}

export default async function MappingTagsPage(props: Props) {
  const { place, parts, mayChange } = await openPlacePage<'uuid'>(props);
  const [found, cli, t] = await Promise.all([
    getMapping(place, parts.uuid),
    getCliOptions(place),
    getTranslator('mappings'),
  ]);
  const arn = (found.ok && found.data.arn) || '';
  const tags = found.ok ? await listTags(place, arn) : found;
  const href = routes.mapping(place, parts.uuid);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('title'), href: routes.mappings(place) },
          { label: parts.uuid, href },
          { label: t('manageTags') },
        ]}
        title={t('manageTags')}
      />
      {tags.ok ? (
        <TagsForm
          place={place}
          functionName={parts.uuid}
          functionArn={arn}
          href={href}
          tags={tags.data}
          cli={cli}
          cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
        />
      ) : (
        <div className="max-w-list p-inset">
          <Failure error={tags.error} />
        </div>
      )}
    </>
  );
}
