import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { planWords } from '@/components/apis/plans/plan-words';
import { ThingList } from '@/components/apis/thing-list';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
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
  const [list, t, words, apis] = await Promise.all([
    listUsagePlans(place),
    getTranslator('usagePlans'),
    getTranslator('things'),
    getTranslator('apis'),
  ]);
  const plans = list.ok ? list.data.rows : [];
  const hasNothing = list.ok && plans.length === 0;
  const { throttleText, quotaText } = planWords(t);
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.usagePlans(place, 'create')}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={refusedReason}
      shortcut="create"
    >
      {t('create')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: apis('apiGateway'), href: routes.apis(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.ok ? plans.length : undefined}
        acts={!hasNothing && create}
      />
      {!list.ok && (
        <div className="max-w-list p-inset">
          <Failure error={list.error} />
        </div>
      )}
      {hasNothing && (
        <Empty title={t('emptyTitle', { region: place.region })} text={t('emptyText')} acts={create} />
      )}
      {plans.length > 0 && (
        <ThingList
          caption={t('title')}
          href={routes.usagePlans(place)}
          query={query}
          things={plans}
          isCut={list.ok && list.data.isCut}
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
      )}
    </>
  );
}
