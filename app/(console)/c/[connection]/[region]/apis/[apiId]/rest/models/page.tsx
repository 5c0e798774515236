import type { Metadata } from 'next';
import { partFormHref } from '@/components/apis/rest/part-hrefs';
import { PartPage } from '@/components/apis/rest/part-page';
import { PartActs } from '@/components/apis/rest/parts/part-acts';
import { PartTable } from '@/components/apis/rest/parts/part-table';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getRestModels } from '@/lib/queries/rest-parts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('model.title') };
}

export default async function ModelsPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, t] = await Promise.all([getRestModels(place, apiId), getTranslator('restParts')]);
  if (!found.ok) return <PartPage failure={found.error} />;
  const target = { place, apiId };
  return (
    <PartPage>
      <PartTable
        title={t('model.title')}
        headers={[t('model.name'), t('model.contentType'), t('description')]}
        actsHeader={t('acts')}
        emptyText={t('model.none')}
        create={{
          label: t('model.create'),
          href: partFormHref(target, 'models'),
          disabledReason: refusedReason,
        }}
        rows={found.data.map((one) => ({
          id: one.name,
          cells: [one.name, one.contentType, one.description],
          acts: (
            <PartActs
              target={target}
              kind="model"
              id={one.name}
              name={one.name}
              editHref={partFormHref(target, 'models', one.name)}
              deleteLabel={t('model.delete')}
              refusedReason={refusedReason}
            />
          ),
        }))}
      />
    </PartPage>
  );
}
