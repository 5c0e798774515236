import type { Zippable } from 'fflate';
import { isFolderMark } from '@/lib/domain/package-tree';
import { newFileMode, newFolderMode, type PackageFiles } from '@/lib/domain/working-copy';

// The archive counts years from here. One time for all entries: the same files give the same package, and Lambda's
// CodeSha256 tells whether anything changed.
const entryTime = new Date(1980, 0, 1, 12);
const unixHost = 3;

/**
 * Packs files as a .zip in the order of their names, each with its mode, so that what was executable stays so.
 * Entries that had no mode get the one of a new file.
 */
export async function packFiles(files: PackageFiles): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate');
  const entries: Zippable = {};
  for (const [path, { content, mode }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    // The packer takes an object, on which this one name sets the prototype and the file would vanish.
    if (path === '__proto__')
      throw new Error('A package cannot be packed here with a file called __proto__ at its root.');
    const unixMode = mode || (isFolderMark(path) ? newFolderMode : newFileMode);
    entries[path] = [bytes, { os: unixHost, attrs: (unixMode << 16) >>> 0, mtime: entryTime, level: 6 }];
  }
  return zipSync(entries);
}
