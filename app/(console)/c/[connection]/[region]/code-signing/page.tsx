import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Empty } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import type { Column } from '@/components/patterns/resource-table/column';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { listSigningConfigs, type SigningRow } from '@/lib/queries/signing';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signing');
  return { title: t('title') };
}

export default async function SigningConfigsPage(props: PlacePageProps) {
  const { place, mayChange } = await openPlacePage(props);
  const [list, t] = await Promise.all([listSigningConfigs(place), getTranslator('signing')]);
  const rows = list.ok ? list.data.rows : [];
  const hasNothing = list.ok && rows.length === 0;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.createSigningConfig(place)}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={mayChange ? undefined : t('roleNeeded')}
      shortcut="create"
    >
      {t('create')}
    </ButtonLink>
  );
  const columns: readonly Column<SigningRow>[] = [
    {
      id: 'id',
      header: t('id'),
      cell: (row) => (
        <TextLink strong href={routes.signingConfig(place, row.arn)}>
          {row.id}
        </TextLink>
      ),
    },
    { id: 'description', header: t('description'), muted: true, cut: true, cell: (row) => row.description },
    { id: 'policy', header: t('policy'), cell: (row) => policyWords(row.policy) },
    {
      id: 'publishers',
      header: t('publisherCount'),
      align: 'end',
      phone: 'hidden',
      cell: (row) => row.publishers.length,
    },
    {
      id: 'lastModified',
      header: t('lastModified'),
      cell: (row) => (row.lastModified ? <RelativeTime at={row.lastModified} /> : '–'),
    },
  ];
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.ok ? rows.length : undefined}
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
      {rows.length > 0 && (
        <div className="flex max-w-list flex-col gap-12 pt-12">
          {list.ok && list.data.isCut && (
            <div className="px-inset">
              <Note tone="info">{t('isCut', { count: rows.length })}</Note>
            </div>
          )}
          <ResourceTable caption={t('title')} columns={columns} rows={rows} rowId={(row) => row.arn} />
        </div>
      )}
    </>
  );

  function policyWords(policy: string): string {
    return policy === 'Warn' || policy === 'Enforce' ? t(policy) : policy;
  }
}
