import 'server-only';

import { cookies } from 'next/headers';
import { cache } from 'react';
import { parsePreferences, type Preferences, preferencesCookie } from './preferences';

/** What this browser chose; read on the server so that the first paint already has it. */
export const readPreferences = cache(async (): Promise<Preferences> =>
  parsePreferences((await cookies()).get(preferencesCookie)?.value),
);
