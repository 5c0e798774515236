import 'server-only';
import { getConfig } from '@/lib/config';
import type { SignInProblem } from '@/lib/domain/sign-in-problem';
import { log } from '@/lib/log';
import { challengeOf, newPendingSignIn, sealPending } from '@/lib/oidc/pending-sign-in';
import { findProvider } from '@/lib/oidc/provider';
import { ProviderError } from '@/lib/oidc/provider-error';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** Where to send the browser, and the cookie that it has to bring back. */
export interface BegunSignIn {
  readonly location: string;
  readonly cookie: string;
}

/** Begins a sign-in: asks the provider for its addresses and makes up what its answer will have to fit. */
export async function beginSignIn(
  redirectUri: string,
  next: string,
): Promise<Result<BegunSignIn, SignInProblem>> {
  const settings = getConfig().oidc;
  if (!settings) return refuse('failed');
  try {
    const provider = await findProvider(settings.issuer);
    const pending = newPendingSignIn({ issuer: settings.issuer, redirectUri, next });
    const url = new URL(provider.authorizationEndpoint);
    const parameters = {
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: redirectUri,
      scope: settings.scopes,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: challengeOf(pending.codeVerifier),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return succeed({ location: url.href, cookie: await sealPending(pending) });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    log().warn({ reason: error.message }, 'The OpenID provider cannot be used');
    return refuse(error.problem === 'stale' ? 'failed' : error.problem);
  }
}
