import type { Metadata } from 'next';
import { partFormHref } from '@/components/apis/rest/part-hrefs';
import { PartPage } from '@/components/apis/rest/part-page';
import { PartActs } from '@/components/apis/rest/parts/part-acts';
import { PartTable } from '@/components/apis/rest/parts/part-table';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getRestValidators } from '@/lib/queries/rest-parts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('validator.title') };
}

export default async function RequestValidatorsPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, t] = await Promise.all([getRestValidators(place, apiId), getTranslator('restParts')]);
  if (!found.ok) return <PartPage failure={found.error} />;
  const target = { place, apiId };
  return (
    <PartPage>
      <PartTable
        title={t('validator.title')}
        headers={[t('validator.name'), t('validator.body'), t('validator.parameters')]}
        actsHeader={t('acts')}
        emptyText={t('validator.none')}
        create={{
          label: t('validator.create'),
          href: partFormHref(target, 'request-validators'),
          disabledReason: refusedReason,
        }}
        rows={found.data.map((one) => ({
          id: one.id,
          cells: [one.name, t(one.body ? 'yes' : 'no'), t(one.parameters ? 'yes' : 'no')],
          acts: (
            <PartActs
              target={target}
              kind="validator"
              id={one.id}
              name={one.name}
              editHref={partFormHref(target, 'request-validators', one.id)}
              deleteLabel={t('validator.delete')}
              refusedReason={refusedReason}
            />
          ),
        }))}
      />
    </PartPage>
  );
}
