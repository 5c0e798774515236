import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import type { Place } from '@/lib/routes';
import { readTuning, type TuningNote } from '@/lib/test-events/memory-tunings';

/** A tuning of this function that goes on, or that was interrupted before all was put back. */
export async function getOpenTuning(place: Place, functionName: string): Promise<TuningNote | undefined> {
  await requireUser('viewer');
  return readTuning(place, functionName);
}
