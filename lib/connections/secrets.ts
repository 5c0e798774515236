import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ConnectionError } from '@/lib/connections/connection';

const ivBytes = 12;

/** Encrypts with AES-256-GCM; the result opens only with the same key and the same `owner` (a connection id). */
export function seal(plain: string, key: Buffer, owner: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return ['v1', iv, cipher.getAuthTag(), body]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

/** Opens what `seal` made. Throws a ConnectionError when the key, the owner or the text is another. */
export function unseal(sealed: string, key: Buffer, owner: string): string {
  const [version, iv, tag, body] = sealed.split('.');
  try {
    if (version !== 'v1' || iv === undefined || tag === undefined || body === undefined) {
      throw new Error('not a sealed text');
    }
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    throw new ConnectionError(
      'secret-unreadable',
      `The stored keys of connection ${owner} cannot be decrypted: the key they were stored with is gone. ` +
        'Enter the keys again, or start with the LAMBDECK_SECRET that was used before.',
    );
  }
}
