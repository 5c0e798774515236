'use server';

import { cookies } from 'next/headers';
import {
  mergePreferences,
  parsePreferences,
  type PreferencesChange,
  preferencesChangeSchema,
  preferencesCookie,
} from './preferences';

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Changes how this browser shows the console; the answer carries the pages drawn anew.
 * Has no guard and no audit on purpose: it writes one cookie of the caller and reads nothing else, and the
 * language can be chosen before signing in. A change that does not parse is dropped.
 */
export async function setPreferencesAction(change: PreferencesChange): Promise<void> {
  const parsed = preferencesChangeSchema.safeParse(change);
  if (!parsed.success) return;
  const jar = await cookies();
  const next = mergePreferences(parsePreferences(jar.get(preferencesCookie)?.value), parsed.data);
  jar.set(preferencesCookie, JSON.stringify(next), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: yearSeconds,
  });
}
