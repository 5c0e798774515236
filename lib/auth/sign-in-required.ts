import 'server-only';
import { getConfig } from '@/lib/config';

/** False when everyone who reaches the console is its administrator: loopback only and no password set. */
export function isSignInRequired(): boolean {
  const config = getConfig();
  return config.adminPassword !== undefined || !config.isLoopback;
}

/** Set by better-auth at sign-in; gone from the browser when the session has ended. */
export const sessionCookieName = 'lambdeck.session_token';
