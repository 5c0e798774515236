import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import type { TestEvent } from '@/lib/domain/test-event';
import type { Run, RunSummary } from '@/lib/domain/test-run';
import type { Place } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { readPastRun, readPastRuns } from '@/lib/test-events/past-runs';
import { readTestEvents } from '@/lib/test-events/store';

/** The saved events that whoever asks has for this function. */
export async function listTestEvents(place: Place, functionName: string): Promise<readonly TestEvent[]> {
  const user = await requireUser('viewer');
  return readTestEvents({ place, functionName, ownerId: user.id });
}

/** The runs that whoever asks made of this function, the newest first. */
export async function listRuns(place: Place, functionName: string): Promise<readonly RunSummary[]> {
  const user = await requireUser('viewer');
  return readPastRuns({ place, functionName, ownerId: user.id });
}

/** One of them, whole. */
export async function getRun(place: Place, functionName: string, id: string): Promise<ActionResult<Run>> {
  const user = await requireUser('viewer');
  const run = /^\d{1,15}$/.test(id)
    ? readPastRun({ place, functionName, ownerId: user.id }, Number(id))
    : undefined;
  if (run) return succeed(run);
  const message = 'This run is not kept any more: newer ones took its place, or the list was cleared.';
  return refuse(consoleError('not-found', message, { operation: 'console:GetRun' }));
}
