import { findUser } from '@/lib/auth/guard';
import { ownPath } from '@/lib/auth/own-path';
import { setSessionCookies } from '@/lib/auth/session-cookies';
import { beginSignIn } from '@/lib/oidc/begin';
import { callbackAddress, leadTo } from '@/lib/oidc/lead';
import { pendingCookie, pendingSeconds } from '@/lib/oidc/pending-sign-in';
import { routes } from '@/lib/routes';
import { signInRoutes } from '@/lib/sign-in-routes';

export const dynamic = 'force-dynamic';

/** Leads to the OpenID provider. Begun from our own page alone: another site would end what somebody has begun here. */
export async function GET(request: Request): Promise<Response> {
  const next = ownPath(new URL(request.url).searchParams.get('next'));
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return leadTo(routes.signIn(next));
  if (await findUser()) return leadTo(next);
  const begun = await beginSignIn(callbackAddress(request.headers), next);
  if (!begun.ok) return leadTo(signInRoutes.problem(begun.error, next));
  const { cookie, location } = begun.data;
  const pending = { name: pendingCookie.name, value: cookie, maxAgeSeconds: pendingSeconds };
  await setSessionCookies([pending], pendingCookie.path);
  return leadTo(location);
}
