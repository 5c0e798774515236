import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A fixed date: the same sources always give the same archive, and so the same CodeSha256. */
const entryDate = new Date('2026-01-01T00:00:00Z');

/** Packs a folder as a deployment package: files in order of name, readable by everyone. */
export async function packFolder(folder: string): Promise<Uint8Array> {
  const zip = new ZipFile();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.split(path.sep).includes('__pycache__'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    zip.addBuffer(await readFile(file), name, { mtime: entryDate, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
