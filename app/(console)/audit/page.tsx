import type { Metadata } from 'next';
import { AuditFilters } from '@/components/audit/audit-filters';
import { auditLink } from '@/components/audit/audit-link';
import { AuditTable } from '@/components/audit/audit-table';
import { EmptyLine } from '@/components/patterns/empty';
import { PageHeader } from '@/components/patterns/page-header';
import { Pagination } from '@/components/patterns/resource-table/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { requirePageUser } from '@/lib/auth/guard';
import { getTranslator } from '@/lib/i18n/server';
import { getAudit, auditActionNames, type AuditRow } from '@/lib/queries/audit';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('audit');
  return { title: t('title') };
}

type Translator = Awaited<ReturnType<typeof getTranslator<'audit'>>>;

/** The catalogue has no dots in its keys; a name of an older version is shown as it is. */
function actionText(t: Translator, action: string): string {
  const key = `actions.${action.replace('.', '-')}` as 'actions.function-create';
  return t.has(key) ? t(key) : action;
}

export default async function AuditPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePageUser('admin', routes.audit());
  const query = await props.searchParams;
  const [view, t] = await Promise.all([getAudit(query), getTranslator('audit')]);
  const { rows, total, pageSize, filters } = view;
  const first = (filters.page - 1) * pageSize + 1;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Lambdeck', href: routes.home() }, { label: t('title') }]}
        title={t('title')}
        qualifier={<span className="text-12 text-muted">{t('kept', { days: view.keptDays })}</span>}
      />
      <div className="max-w-list">
        <AuditFilters
          key={filters.text}
          filters={filters}
          actions={auditActionNames.map((value) => ({ value, label: actionText(t, value) }))}
          connections={view.connections}
        />
        <AuditTable rows={rows} filters={filters} openId={Number(query['record'])} words={words(t)} />
        {rows.length === 0 && (
          <div className="px-inset">
            <EmptyLine>{total === 0 ? t('noMatch') : t('beyond')}</EmptyLine>
          </div>
        )}
        <div className="px-inset pb-16">
          <Pagination
            page={filters.page}
            pageCount={Math.max(Math.ceil(total / pageSize), 1)}
            first={rows.length === 0 ? 0 : first}
            last={rows.length === 0 ? 0 : first + rows.length - 1}
            matchCount={total}
            hrefFor={(page) => auditLink({ ...filters, page })}
          />
        </div>
      </div>
    </>
  );
}

function words(t: Translator) {
  return {
    caption: t('title'),
    time: t('time'),
    user: t('user'),
    action: t('action'),
    resource: t('resource'),
    operation: t('operation'),
    result: t('result'),
    connection: t('connection'),
    details: t('details'),
    requestId: t('requestId'),
    region: t('region'),
    kind: t('kind'),
    record: t('record'),
    noDetails: t('noDetails'),
    actionOf: (row: AuditRow) => actionText(t, row.action),
    outcomeOf: (row: AuditRow) => t(`outcomes.${row.outcome}`),
    timeOf: (row: AuditRow) => <RelativeTime at={row.at} />,
    toggleOf: (row: AuditRow, isOpen: boolean) =>
      t(isOpen ? 'hideDetails' : 'showDetails', { action: actionText(t, row.action) }),
  };
}
