import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import * as z from 'zod';
import { getConfig } from '@/lib/config';
import { loadSecretKey } from '@/lib/db/secret-key';

/** Sent with the way to the provider and back; nothing else of the console needs it. */
export const pendingCookie = { name: 'lambdeck.sign_in', path: '/sign-in' };
/** A person may have to look for a second factor. */
export const pendingSeconds = 10 * 60;

const pendingSignIn = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  redirectUri: z.string(),
  next: z.string(),
});

/** A sign-in that was begun: what the provider's answer has to fit. */
export type PendingSignIn = z.infer<typeof pendingSignIn>;

const random = () => randomBytes(32).toString('base64url');

/** A new one; each has values of its own that nobody can guess. */
export function newPendingSignIn(
  given: Pick<PendingSignIn, 'issuer' | 'redirectUri' | 'next'>,
): PendingSignIn {
  return { ...given, state: random(), nonce: random(), codeVerifier: random() };
}

/** The challenge of PKCE (`S256`) for a verifier. */
export const challengeOf = (codeVerifier: string) =>
  createHash('sha256').update(codeVerifier).digest('base64url');

function key(): Buffer {
  const { secret, databasePath } = getConfig();
  return loadSecretKey(secret, path.dirname(databasePath), 'provider sign-in v1');
}

/** As the text of a cookie, which the browser keeps and cannot read. */
export function sealPending(pending: PendingSignIn): Promise<string> {
  return new EncryptJWT({ ...pending })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(`${pendingSeconds}s`)
    .encrypt(key());
}

/** The sign-in that a cookie holds; undefined for one that is not ours, was changed or is too old. */
export async function openPending(text: string | undefined): Promise<PendingSignIn | undefined> {
  if (text === undefined) return undefined;
  try {
    const { payload } = await jwtDecrypt(text, key(), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      requiredClaims: ['exp'],
    });
    return pendingSignIn.safeParse(payload).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
