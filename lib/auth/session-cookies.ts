import 'server-only';
import { cookies, headers } from 'next/headers';
import type { SessionCookie } from '@/lib/auth/better-auth';
import { getConfig } from '@/lib/config';

/** Whether the browser came by TLS, as far as a proxy in front says so; of several proxies the first one knows. */
export function isByTls(all: Headers): boolean {
  return all.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
}

/** Sets cookies, or removes those without a life, with the answer that is being made. Scripts never see them. */
export async function setSessionCookies(list: readonly SessionCookie[], path = '/'): Promise<void> {
  const jar = await cookies();
  const isSecure = isByTls(await headers()) && !getConfig().isDevelopment;
  for (const { name, value, maxAgeSeconds } of list) {
    jar.set(name, value, { httpOnly: true, sameSite: 'lax', path, maxAge: maxAgeSeconds, secure: isSecure });
  }
}
