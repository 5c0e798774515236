import type { Metadata } from 'next';
import { planWords } from '@/components/apis/plans/plan-words';
import { ThingListPage } from '@/components/apis/thing-list-page';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { openGatewayPage, type GatewayPageProps } from '@/lib/queries/open-api-page';
import { listUsagePlans } from '@/lib/queries/usage-plans';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('usagePlans');
  return { title: t('title') };
}

export default async function UsagePlansPage(props: GatewayPageProps) {
  const { place, query, refusedReason } = await openGatewayPage(props);
  const [list, t, words] = await Promise.all([
    listUsagePlans(place),
    getTranslator('usagePlans'),
    getTranslator('things'),
  ]);
  const { throttleText, quotaText } = planWords(t);
  return (
    <ThingListPage
      title={t('title')}
      place={place}
      list={list}
      empty={{ title: t('emptyTitle', { region: place.region }), text: t('emptyText') }}
      create={{ label: t('create'), href: routes.usagePlans(place, 'create') }}
      refusedReason={refusedReason}
      href={routes.usagePlans(place)}
      query={query}
      textsOf={({ name, id, description }) => [name, id, description]}
      columns={[
        {
          id: 'name',
          header: words('name'),
          cell: ({ id, name }) => (
            <TextLink strong href={routes.usagePlans(place, id)}>
              {name || id}
            </TextLink>
          ),
        },
        { id: 'id', header: words('id'), cell: ({ id }) => <code className="text-12">{id}</code> },
        { id: 'throttle', header: t('throttle'), cell: throttleText },
        { id: 'quota', header: t('quota'), cell: quotaText },
        {
          id: 'stages',
          header: t('stages'),
          align: 'end',
          phone: 'hidden',
          cell: ({ stages }) => stages.length,
        },
        {
          id: 'description',
          header: words('description'),
          muted: true,
          cut: true,
          hideUnder: 'desktop',
          phone: 'hidden',
          cell: ({ description }) => description,
        },
      ]}
    />
  );
}
