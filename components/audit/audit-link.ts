import type { AuditFilters } from '@/lib/queries/audit';
import { routes, withQuery } from '@/lib/routes';

/** Address of the audit log with these filters; the defaults stay out of it. `record` is the row that is open. */
export function auditLink(filters: Partial<AuditFilters>, record?: number): string {
  return withQuery(routes.audit(), {
    text: filters.text,
    action: filters.action,
    outcome: filters.outcome,
    connection: filters.connection,
    period: filters.period === '7d' ? undefined : filters.period,
    page: filters.page === 1 ? undefined : filters.page,
    record,
  });
}
