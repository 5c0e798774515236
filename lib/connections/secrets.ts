import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ConnectionError } from '@/lib/connections/connection';

const ivBytes = 12;
const keyBytes = 32;
const keyFileName = 'secret.key';

/**
 * The key for stored secrets: derived from the operator's setting, else from a random file in the console's
 * folder that only the owner may read. Two processes that start at once agree on one file.
 */
export function loadSecretKey(secret: string | undefined, folder: string): Buffer {
  return Buffer.from(
    hkdfSync('sha256', secret ?? keyFileContent(folder), 'lambdeck', 'connection secrets v1', keyBytes),
  );
}

function keyFileContent(folder: string): string {
  const file = path.join(folder, keyFileName);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  if (!fs.existsSync(file)) {
    fs.writeFileSync(draft, randomBytes(keyBytes).toString('hex'), { mode: 0o600, flush: true });
    try {
      fs.linkSync(draft, file); // Fails when another process was first; its key is the one to use.
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(draft, { force: true });
    }
  }
  return fs.readFileSync(file, 'utf8').trim();
}

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
