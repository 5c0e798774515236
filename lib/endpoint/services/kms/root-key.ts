import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InvariantError } from '../../../shared/invariant.ts';
import { writeDurably } from '../../store/files.ts';
import { keyBytes } from './envelope.ts';

/** The key that wraps all others, in a file of the data folder that only its owner reads; made when there is none. */
export async function openRootKey(folder: string): Promise<Uint8Array> {
  const file = path.join(folder, 'kms-root.key');
  try {
    const key = await readFile(file);
    if (key.length !== keyBytes) throw new InvariantError(`${file} does not hold a key of ${keyBytes} bytes`);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(keyBytes);
  await writeDurably(file, key, `${file}.new`);
  return key;
}
