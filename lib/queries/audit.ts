import 'server-only';
import * as z from 'zod';
import { auditActions, auditOutcomes, type AuditRecord } from '@/lib/audit/events';
import { listAudit } from '@/lib/audit/read';
import { auditKeptDays } from '@/lib/audit/record';
import { requireUser } from '@/lib/auth/guard';
import { listConnections } from '@/lib/connections/store';

/** Everything that can be recorded, for the filter. */
export const auditActionNames = auditActions;

export const auditPeriods = ['1h', '1d', '7d', '30d', 'all'] as const;
export type AuditPeriod = (typeof auditPeriods)[number];

const hourMs = 60 * 60 * 1000;
const periodMs: Readonly<Record<AuditPeriod, number | undefined>> = {
  '1h': hourMs,
  '1d': 24 * hourMs,
  '7d': 7 * 24 * hourMs,
  '30d': 30 * 24 * hourMs,
  all: undefined,
};

/** Filters as they stand in the address; what cannot be read counts as not given. */
const parameters = z.object({
  text: z.string().trim().max(200).catch(''),
  action: z.enum(auditActions).optional().catch(undefined),
  outcome: z.enum(auditOutcomes).optional().catch(undefined),
  connection: z.string().max(64).optional().catch(undefined),
  period: z.enum(auditPeriods).catch('7d'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type AuditFilters = z.output<typeof parameters>;

export interface AuditRow extends AuditRecord {
  /** Name of the connection now, or its id when it is gone. */
  readonly connectionName?: string;
}

export interface AuditView {
  readonly rows: readonly AuditRow[];
  readonly total: number;
  readonly pageSize: number;
  readonly filters: AuditFilters;
  readonly connections: readonly { readonly id: string; readonly name: string }[];
  readonly keptDays: number;
}

const pageSize = 20;

/** One page of the audit log by the filters of an address. Administrators only: it names everyone's acts. */
export async function getAudit(query: Readonly<Record<string, unknown>>): Promise<AuditView> {
  await requireUser('admin');
  const filters = parameters.parse(query);
  const lengthMs = periodMs[filters.period];
  const { records, total } = listAudit({
    text: filters.text,
    action: filters.action,
    outcome: filters.outcome,
    connectionId: filters.connection,
    since: lengthMs === undefined ? undefined : new Date(Date.now() - lengthMs).toISOString(),
    page: filters.page,
    pageSize,
  });
  const connections = listConnections().map(({ id, name }) => ({ id, name }));
  const names = new Map(connections.map(({ id, name }) => [id, name]));
  return {
    rows: records.map((record) => ({
      ...record,
      ...(record.place
        ? { connectionName: names.get(record.place.connectionId) ?? record.place.connectionId }
        : {}),
    })),
    total,
    pageSize,
    filters,
    connections,
    keptDays: auditKeptDays,
  };
}
