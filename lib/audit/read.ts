import 'server-only';
import {
  auditOutcomes,
  type AuditAction,
  type AuditDetails,
  type AuditOutcome,
  type AuditRecord,
} from '@/lib/audit/events';
import { db, type SqlParameters, type SqlRow } from '@/lib/db/database';

export interface AuditFilter {
  /** Part of a user's name, a target or an operation. */
  readonly text?: string;
  readonly action?: AuditAction;
  readonly outcome?: AuditOutcome;
  readonly connectionId?: string;
  /** ISO time; records from then on. */
  readonly since?: string;
  /** From 1. */
  readonly page?: number;
  /** At most 100. */
  readonly pageSize?: number;
}

export interface AuditPage {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

const pageSizeMax = 100;

interface AuditRow extends SqlRow {
  id: number;
  at: string;
  actor_id: string;
  actor_name: string;
  actor_role: string;
  action: string;
  connection_id: string | null;
  region: string | null;
  target: string | null;
  operation: string | null;
  outcome: string;
  kind: string | null;
  details: string;
  request_id: string | null;
}

function fromRow(row: AuditRow): AuditRecord {
  return {
    id: row.id,
    at: row.at,
    actor: { id: row.actor_id, name: row.actor_name, role: row.actor_role },
    action: row.action,
    outcome: auditOutcomes.find((outcome) => outcome === row.outcome) ?? 'failed',
    details: JSON.parse(row.details) as AuditDetails,
    ...(row.connection_id === null
      ? {}
      : { place: { connectionId: row.connection_id, region: row.region ?? '' } }),
    ...(row.target === null ? {} : { target: row.target }),
    ...(row.operation === null ? {} : { operation: row.operation }),
    ...(row.kind === null ? {} : { kind: row.kind }),
    ...(row.request_id === null ? {} : { requestId: row.request_id }),
  };
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** One page of the audit log, newest first. A page beyond the end is empty, with the true total. */
export function listAudit(filter: AuditFilter): AuditPage {
  const pageSize = Math.min(Math.max(filter.pageSize ?? 20, 1), pageSizeMax);
  const page = Math.max(filter.page ?? 1, 1);
  const conditions = [
    filter.text &&
      `(actor_name LIKE :text ESCAPE '\\' OR target LIKE :text ESCAPE '\\' OR operation LIKE :text ESCAPE '\\')`,
    filter.action && 'action = :action',
    filter.outcome && 'outcome = :outcome',
    filter.connectionId && 'connection_id = :connectionId',
    filter.since && 'at >= :since',
  ].filter((condition) => condition !== undefined && condition !== '');
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const parameters: SqlParameters = {
    ...(filter.text ? { text: `%${escapeLike(filter.text)}%` } : {}),
    ...(filter.action ? { action: filter.action } : {}),
    ...(filter.outcome ? { outcome: filter.outcome } : {}),
    ...(filter.connectionId ? { connectionId: filter.connectionId } : {}),
    ...(filter.since ? { since: filter.since } : {}),
  };
  const rows = db()
    .statement<AuditRow>(`SELECT * FROM audit ${where} ORDER BY id DESC LIMIT ${pageSize} OFFSET :offset`)
    .all({ ...parameters, offset: (page - 1) * pageSize });
  const total =
    db().statement<{ total: number }>(`SELECT count(*) AS total FROM audit ${where}`).get(parameters)
      ?.total ?? 0;
  return { records: rows.map(fromRow), total, page, pageSize };
}

/** Acts on one thing of a place that went well, newest first: those of some names, at most `max`. */
export function listActsOn(
  target: { readonly connectionId: string; readonly region: string; readonly name: string },
  actions: readonly AuditAction[],
  max: number,
): readonly AuditRecord[] {
  const names = actions.map((_, index) => `:action${index}`).join(', ');
  return db()
    .statement<AuditRow>(
      `SELECT * FROM audit WHERE target = :target AND connection_id = :connection AND region = :region
       AND outcome = 'ok' AND action IN (${names}) ORDER BY id DESC LIMIT :max`,
    )
    .all({
      target: target.name,
      connection: target.connectionId,
      region: target.region,
      max,
      ...Object.fromEntries(actions.map((action, index) => [`action${index}`, action])),
    })
    .map(fromRow);
}
