import 'server-only';
import { db } from '@/lib/db/database';
import { keptRun, runsKeptMax, summaryOf, type Run, type RunSummary } from '@/lib/domain/test-run';
import { parametersOf, whose, type Owner } from '@/lib/test-events/owner';

// Runs of the Test tab, for each user: the event, how it was run and what came back. Nobody else reads them.

/** Letters of all runs of one user, of all functions, those that are deleted included. */
const ofOwnerLettersMax = 32 * 1024 * 1024;

/** A user's runs of a function as a list shows them, the newest first. */
export function readPastRuns(owner: Owner): RunSummary[] {
  return db()
    .statement<{ id: number; summary: string }>(
      `SELECT id, summary FROM past_runs WHERE ${whose} ORDER BY id DESC`,
    )
    .all(parametersOf(owner))
    .map(({ id, summary }) => ({ ...(JSON.parse(summary) as RunSummary), id: String(id) })); // Written below.
}

/** One run of a user's own, whole. */
export function readPastRun(owner: Owner, id: number): Run | undefined {
  const row = db()
    .statement<{ run: string }>(`SELECT run FROM past_runs WHERE ${whose} AND id = :id`)
    .get({ ...parametersOf(owner), id });
  return row && { ...(JSON.parse(row.run) as Run), id: String(id) };
}

/** Keeps a run, forgets the oldest beyond the bounds, and answers its id. */
export function writePastRun(owner: Owner, run: Omit<Run, 'id'>): string {
  const kept = keptRun({ ...run, id: '' });
  const text = JSON.stringify(kept);
  const parameters = parametersOf(owner);
  return db().transaction(() => {
    const row = db()
      .statement<{ id: number }>(
        `INSERT INTO past_runs (connection_id, region, function_name, owner_id, summary, run, letters)
         VALUES (:connection, :region, :function, :owner, :summary, :run, :letters) RETURNING id`,
      )
      .get({ ...parameters, summary: JSON.stringify(summaryOf(kept)), run: text, letters: text.length });
    db()
      .statement(
        `DELETE FROM past_runs WHERE ${whose} AND id NOT IN
         (SELECT id FROM past_runs WHERE ${whose} ORDER BY id DESC LIMIT ${runsKeptMax})`,
      )
      .run(parameters);
    db()
      .statement(
        `DELETE FROM past_runs WHERE id IN (SELECT id FROM
         (SELECT id, sum(letters) OVER (ORDER BY id DESC) AS total FROM past_runs WHERE owner_id = :owner)
         WHERE total > :max)`,
      )
      .run({ owner: owner.ownerId, max: ofOwnerLettersMax });
    return String(row?.id ?? '');
  });
}

/** Forgets all runs a user made of a function. */
export function clearPastRuns(owner: Owner): void {
  db().statement(`DELETE FROM past_runs WHERE ${whose}`).run(parametersOf(owner));
}
