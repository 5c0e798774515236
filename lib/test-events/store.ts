import 'server-only';
import { db } from '@/lib/db/database';
import type { TestEvent } from '@/lib/domain/test-event';
import { parametersOf, whose, type Owner } from '@/lib/test-events/owner';

// AWS keeps private test events behind a door that has no public API; the console keeps its own, for each user.

/** A user's events for a function, by name. */
export function readTestEvents(owner: Owner): TestEvent[] {
  return db()
    .statement<{ name: string; body: string }>(
      `SELECT name, body FROM test_events WHERE ${whose} ORDER BY name`,
    )
    .all(parametersOf(owner))
    .map(({ name, body }) => ({ name, body, sharing: 'private' }));
}

/** Writes an event over the one of the same name; false when the function already has `max` others. */
export function writeTestEvent(owner: Owner, name: string, body: string, max: number): boolean {
  return db().transaction(() => {
    const others = readTestEvents(owner).filter((event) => event.name !== name).length;
    if (others >= max) return false;
    db()
      .statement(
        `INSERT INTO test_events (connection_id, region, function_name, owner_id, name, body, updated_at)
         VALUES (:connection, :region, :function, :owner, :name, :body, :at)
         ON CONFLICT DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`,
      )
      .run({ ...parametersOf(owner), name, body, at: new Date().toISOString() });
    return true;
  });
}

/** False when there was none. */
export function deleteTestEvent(owner: Owner, name: string): boolean {
  return (
    db()
      .statement(`DELETE FROM test_events WHERE ${whose} AND name = :name`)
      .run({ ...parametersOf(owner), name }).changes > 0
  );
}
