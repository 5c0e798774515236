import { readdir } from 'node:fs/promises';
import path from 'node:path';

const passedOver = new Set(['node_modules', '.git', 'dist', 'test-results']);

/**
 * Every file under a folder (or the file itself), relative to `root`, with forward slashes, sorted. Folders that
 * hold installed or built things are passed over, and so are names that begin with a dot.
 */
export async function listFiles(root: string, start: string): Promise<string[]> {
  const entries = await readdir(path.join(root, start), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      if (error.code === 'ENOTDIR') return undefined;
      throw error;
    },
  );
  if (entries === undefined) return [start];
  const nested = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      if (passedOver.has(entry.name) || entry.name.startsWith('.')) return [];
      const name = start === '' || start === '.' ? entry.name : `${start}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(root, name);
      return entry.isFile() ? [name] : [];
    }),
  );
  return nested.flat().sort();
}
