import 'server-only';
import { hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const keyBytes = 32;
const keyFileName = 'secret.key';

/**
 * A key of 32 bytes for one purpose: derived from the operator's setting, else from a random file in `folder` that
 * only the owner may read. Two processes that start at once agree on one file.
 */
export function loadSecretKey(
  secret: string | undefined,
  folder: string,
  purpose: 'connection secrets v1' | 'session cookies v1' | 'provider sign-in v1',
): Buffer {
  return Buffer.from(hkdfSync('sha256', secret ?? keyFileContent(folder), 'lambdeck', purpose, keyBytes));
}

function keyFileContent(folder: string): string {
  const file = path.join(folder, keyFileName);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
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
