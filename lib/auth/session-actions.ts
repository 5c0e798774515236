'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { findUser } from '@/lib/auth/guard';
import type { SessionCookie } from '@/lib/auth/better-auth';
import { signIn, signOut } from '@/lib/auth/sign-in';
import { callerAddress } from '@/lib/auth/caller-address';
import { getConfig } from '@/lib/config';
import { log } from '@/lib/log';
import { routes } from '@/lib/routes';

// Not through run-action: whoever signs in is nobody yet. Both acts are audited in `sign-in.ts`.

export type SignInState = 'denied' | 'throttled' | 'failed' | 'empty' | undefined;

const textCharactersMax = 1_000;

/** Paths of our own only, so that a prepared link cannot lead away after the sign-in. */
function safeNext(next: FormDataEntryValue | null): string {
  const isOwn = typeof next === 'string' && /^\/(?![/\\])[^\s\\]{0,1000}$/.test(next);
  return isOwn ? next : routes.home();
}

async function setCookies(list: readonly SessionCookie[]): Promise<void> {
  const jar = await cookies();
  const isSecure = (await headers()).get('x-forwarded-proto') === 'https';
  for (const { name, value, maxAgeSeconds } of list) {
    jar.set(name, value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: maxAgeSeconds,
      secure: isSecure && !getConfig().isDevelopment,
    });
  }
}

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
    await setCookies(result.data.cookies);
  } catch (error) {
    log().error({ err: error }, 'Signing in failed');
    return 'failed';
  }
  redirect(safeNext(form.get('next')));
}

/** Ends the session of the caller and goes to the sign-in page. */
export async function signOutAction(): Promise<void> {
  await setCookies(await signOut(await headers(), await findUser()));
  redirect(routes.signIn());
}
