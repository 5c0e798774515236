import 'server-only';
import type { AuditEvent } from '@/lib/audit/events';
import { db } from '@/lib/db/database';
import { log } from '@/lib/log';

const detailsCharactersMax = 8_000;
export const auditKeptDays = 400;
const dayMs = 24 * 60 * 60 * 1000;
let prunedAtMs = 0;

/** Once a day and process: what is older than the promised time goes. */
function prune(nowMs: number): void {
  if (nowMs - prunedAtMs < dayMs) return;
  prunedAtMs = nowMs;
  const before = new Date(nowMs - auditKeptDays * dayMs).toISOString();
  db().statement('DELETE FROM audit WHERE at < :before').run({ before });
}

function detailsText(event: AuditEvent): string {
  const text = JSON.stringify(event.details ?? {});
  return text.length <= detailsCharactersMax ? text : JSON.stringify({ omitted: 'too long to keep' });
}

/**
 * Keeps one act. The act has happened already, so a write that fails does not undo it;
 * it is logged as an error with the whole event instead.
 */
export function recordAudit(event: AuditEvent): void {
  try {
    prune(Date.now());
    db()
      .statement(
        `INSERT INTO audit (at, actor_id, actor_name, actor_role, action, connection_id, region, target, operation,
           outcome, kind, details, request_id)
         VALUES (:at, :actorId, :actorName, :actorRole, :action, :connectionId, :region, :target, :operation,
           :outcome, :kind, :details, :requestId)`,
      )
      .run({
        at: new Date().toISOString(),
        actorId: event.actor.id,
        actorName: event.actor.name,
        actorRole: event.actor.role,
        action: event.action,
        connectionId: event.place?.connectionId ?? null,
        region: event.place?.region ?? null,
        target: event.target ?? null,
        operation: event.operation ?? null,
        outcome: event.outcome,
        kind: event.kind ?? null,
        details: detailsText(event),
        requestId: event.requestId ?? null,
      });
  } catch (error) {
    log().error({ err: error, event }, 'An act was not written to the audit log');
  }
}
