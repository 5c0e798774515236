'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { findUser } from '@/lib/auth/guard';
import { callerAddress } from '@/lib/auth/caller-address';
import { ownPath } from '@/lib/auth/own-path';
import { setSessionCookies } from '@/lib/auth/session-cookies';
import { signIn, signOut } from '@/lib/auth/sign-in';
import { getConfig } from '@/lib/config';
import { log } from '@/lib/log';
import { routes } from '@/lib/routes';

// Not through run-action: whoever signs in is nobody yet. Both acts are audited in `sign-in.ts`.

export type SignInState = 'denied' | 'throttled' | 'failed' | 'empty' | undefined;

const textCharactersMax = 1_000;

/** Signs in with the fields `name` and `password`, then goes to `next`. Answers only when it was refused. */
export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const [name, password] = [form.get('name'), form.get('password')];
  if (typeof name !== 'string' || typeof password !== 'string' || name.trim() === '' || password === '') {
    return 'empty';
  }
  if (name.length > textCharactersMax || password.length > textCharactersMax) return 'denied';
  try {
    const result = await signIn(name.trim(), password, {
      address: callerAddress((await headers()).get('x-forwarded-for'), getConfig().trustedProxies),
    });
    if (!result.ok) return result.error.kind === 'throttled' ? 'throttled' : 'denied';
    await setSessionCookies(result.data.cookies);
  } catch (error) {
    log().error({ err: error }, 'Signing in failed');
    return 'failed';
  }
  redirect(ownPath(form.get('next')));
}

/** Ends the session of the caller and goes to the sign-in page. */
export async function signOutAction(): Promise<void> {
  await setSessionCookies(await signOut(await headers(), await findUser()));
  redirect(routes.signIn());
}
