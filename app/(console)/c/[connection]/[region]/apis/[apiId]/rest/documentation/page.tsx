import type { Metadata } from 'next';
import { partFormHref } from '@/components/apis/rest/part-hrefs';
import { PartPage } from '@/components/apis/rest/part-page';
import { PartActs } from '@/components/apis/rest/parts/part-acts';
import { PartTable } from '@/components/apis/rest/parts/part-table';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getDocumentationParts, getDocumentationVersions } from '@/lib/queries/rest-documents';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('documentation.title') };
}

export default async function DocumentationPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [parts, versions, t] = await Promise.all([
    getDocumentationParts(place, apiId),
    getDocumentationVersions(place, apiId),
    getTranslator('restParts'),
  ]);
  if (!parts.ok) return <PartPage failure={parts.error} />;
  const target = { place, apiId };
  return (
    <PartPage>
      <PartTable
        title={t('documentation.title')}
        headers={[t('documentation.type'), t('documentation.path'), t('documentation.properties')]}
        actsHeader={t('acts')}
        emptyText={t('documentation.none')}
        create={{
          label: t('documentation.create'),
          href: partFormHref(target, 'documentation'),
          disabledReason: refusedReason,
        }}
        acts={
          <ButtonLink
            size="small"
            href={partFormHref(target, 'documentation', undefined, 'publish')}
            disabledReason={refusedReason}
          >
            {t('documentation.publish')}
          </ButtonLink>
        }
        rows={parts.data.map((one) => {
          const where = [one.method, one.path, one.statusCode, one.name].filter(Boolean).join(' ');
          return {
            id: one.id,
            cells: [one.type, where, <code key="text">{one.properties.slice(0, 200)}</code>],
            acts: (
              <PartActs
                target={target}
                kind="documentation-part"
                id={one.id}
                name={`${one.type} ${where}`.trim()}
                editHref={partFormHref(target, 'documentation', one.id)}
                deleteLabel={t('documentation.delete')}
                refusedReason={refusedReason}
              />
            ),
          };
        })}
      />
      {versions.ok ? (
        <PartTable
          title={t('documentation.versions')}
          headers={[t('documentation.version'), t('description'), t('documentation.created')]}
          actsHeader={t('acts')}
          emptyText={t('documentation.noVersions')}
          rows={versions.data.map((one) => ({
            id: one.version,
            cells: [
              one.version,
              one.description,
              one.createdAt && <RelativeTime key="at" at={one.createdAt} />,
            ],
            acts: null,
          }))}
        />
      ) : (
        <Failure error={versions.error} compact />
      )}
    </PartPage>
  );
}
