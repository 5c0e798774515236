import { cookies } from 'next/headers';
import { callerAddress } from '@/lib/auth/caller-address';
import { setSessionCookies } from '@/lib/auth/session-cookies';
import { getConfig } from '@/lib/config';
import type { SignInProblem } from '@/lib/domain/sign-in-problem';
import { log } from '@/lib/log';
import { completeSignIn } from '@/lib/oidc/complete';
import { leadTo } from '@/lib/oidc/lead';
import { pendingCookie } from '@/lib/oidc/pending-sign-in';
import { signInRoutes } from '@/lib/sign-in-routes';

export const dynamic = 'force-dynamic';

/** Where the OpenID provider sends the browser back to, with a code or a refusal. */
export async function GET(request: Request): Promise<Response> {
  const outcome = await complete(request);
  // Good for one answer, whatever that was.
  await setSessionCookies([{ name: pendingCookie.name, value: '', maxAgeSeconds: 0 }], pendingCookie.path);
  return leadTo('problem' in outcome ? signInRoutes.problem(outcome.problem) : outcome.next);
}

async function complete(request: Request): Promise<{ next: string } | { problem: SignInProblem }> {
  try {
    const result = await completeSignIn({
      query: new URL(request.url).searchParams,
      cookie: (await cookies()).get(pendingCookie.name)?.value,
      address: callerAddress(request.headers.get('x-forwarded-for'), getConfig().trustedProxies),
    });
    if (!result.ok) return { problem: result.error };
    await setSessionCookies(result.data.cookies);
    return { next: result.data.next };
  } catch (error) {
    log().error({ err: error }, 'Signing in through the OpenID provider failed');
    return { problem: 'failed' };
  }
}
