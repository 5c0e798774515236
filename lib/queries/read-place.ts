import 'server-only';
import { placeSchema } from '@/lib/forms/place';
import type { Place } from '@/lib/routes';

/** The place that an address names, or undefined when its words cannot be a connection and a Region. */
export function readPlace(connectionId: string, region: string): Place | undefined {
  return placeSchema.safeParse({ connectionId, region }).data;
}
