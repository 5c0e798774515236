import 'server-only';
import { db } from '@/lib/db/database';
import type { Place } from '@/lib/routes';

// A tuning changes a function for a while. What has to be put back is written down first, so that a console that
// stops in the middle leaves a note and not a riddle; the note also keeps two tunings of one function apart.

export interface TuningNote {
  readonly formerMb: number;
  readonly startedAt: string;
  /** ISO time; a tuning that goes on writes it again and again. */
  readonly aliveAt: string;
}

const parametersOf = (place: Place, functionName: string) => ({
  connection: place.connectionId,
  region: place.region,
  function: functionName,
});
const which = 'connection_id = :connection AND region = :region AND function_name = :function';

/** The note of a tuning that goes on, or that was not cleaned up after. */
export function readTuning(place: Place, functionName: string): TuningNote | undefined {
  const row = db()
    .statement<{ former_mb: number; started_at: string; alive_at: string }>(
      `SELECT former_mb, started_at, alive_at FROM memory_tunings WHERE ${which}`,
    )
    .get(parametersOf(place, functionName));
  return row && { formerMb: row.former_mb, startedAt: row.started_at, aliveAt: row.alive_at };
}

/** False when there is a note already. */
export function beginTuning(place: Place, functionName: string, formerMb: number): boolean {
  return (
    db()
      .statement(
        `INSERT INTO memory_tunings (connection_id, region, function_name, former_mb, started_at, alive_at)
         VALUES (:connection, :region, :function, :former, :at, :at) ON CONFLICT DO NOTHING`,
      )
      .run({ ...parametersOf(place, functionName), former: formerMb, at: new Date().toISOString() }).changes >
    0
  );
}

/** Says that the tuning goes on. */
export function touchTuning(place: Place, functionName: string): void {
  db()
    .statement(`UPDATE memory_tunings SET alive_at = :at WHERE ${which}`)
    .run({ ...parametersOf(place, functionName), at: new Date().toISOString() });
}

/** Takes the note away: everything is as it was. */
export function endTuning(place: Place, functionName: string): void {
  db().statement(`DELETE FROM memory_tunings WHERE ${which}`).run(parametersOf(place, functionName));
}
