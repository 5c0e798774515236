import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import type { User } from '@/lib/auth/user';

/**
 * The user of the request that is being answered; read once for each request. The library behind it is loaded
 * with the first question, so that a console without sign-in does not carry it.
 */
export const currentSessionUser = cache(async (): Promise<User | undefined> => {
  const { readSession } = await import('@/lib/auth/better-auth');
  return readSession(await headers());
});
