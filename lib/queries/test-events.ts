import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import type { TestEvent } from '@/lib/domain/test-event';
import type { Place } from '@/lib/routes';
import { readTestEvents } from '@/lib/test-events/store';

/** The saved events that whoever asks has for this function. */
export async function listTestEvents(place: Place, functionName: string): Promise<readonly TestEvent[]> {
  const user = await requireUser('viewer');
  return readTestEvents({ place, functionName, ownerId: user.id });
}
