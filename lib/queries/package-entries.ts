import 'server-only';
import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** One entry of a .zip as its directory states it. */
export interface PackageEntry {
  /** With a slash at the end for a folder that nothing else makes. */
  readonly path: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** Unix mode with the file type, 0 where the archive has none. */
  readonly mode: number;
}

/** The archive is not one, or breaks the format: words for the person, the library's own sentence inside. */
export class PackageError extends Error {
  override readonly name = 'InvalidZipFileException';
  /** Makes `toConsoleError` read it as a refusal of AWS's kind. */
  readonly $metadata = {};

  constructor(cause: unknown) {
    super(
      `The deployment package cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
    );
  }
}

const unixHosts = new Set([3, 19]); // "made by" UNIX, and OS X

function modeOf(entry: Entry): number {
  return unixHosts.has(entry.versionMadeBy >>> 8) ? entry.externalFileAttributes >>> 16 : 0;
}

async function openZip(zip: Buffer): Promise<ZipFile> {
  return fromBufferPromise(zip, { lazyEntries: true, autoClose: false });
}

async function readStream(stream: Readable, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    // The library holds each entry to the size its header states; this bounds what the headers add up to.
    if (length > bytesMax) throw new Error('its files are larger than the directory says');
  }
  return Buffer.concat(chunks, length);
}

/** The directory of a .zip. Folders that only hold other entries are left out. Throws a PackageError. */
export async function listPackage(zip: Buffer): Promise<readonly PackageEntry[]> {
  const entries: PackageEntry[] = [];
  const parents = new Set<string>();
  try {
    const file = await openZip(zip);
    for await (const entry of file.eachEntry()) {
      const path = entry.fileName;
      entries.push({ path, size: entry.uncompressedSize, mode: modeOf(entry) });
      const end = path.endsWith('/') ? path.length - 1 : path.length;
      for (let at = path.lastIndexOf('/', end - 1); at > 0; at = path.lastIndexOf('/', at - 1)) {
        parents.add(path.slice(0, at + 1));
      }
    }
    file.close();
  } catch (error) {
    throw new PackageError(error);
  }
  return entries.filter((entry) => !parents.has(entry.path)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The bytes of the entries that `isWanted` picks, by path; of two with one name the later one, as unpacking
 * leaves it. Throws a PackageError, also when they come to more than `bytesMax`.
 */
export async function readPackage(
  zip: Buffer,
  isWanted: (path: string) => boolean,
  bytesMax: number,
): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  try {
    const file = await openZip(zip);
    let left = bytesMax;
    for await (const entry of file.eachEntry()) {
      if (!isWanted(entry.fileName)) continue;
      const bytes = await readStream(await file.openReadStreamPromise(entry), left);
      left -= bytes.length;
      contents.set(entry.fileName, bytes);
    }
    file.close();
  } catch (error) {
    throw new PackageError(error);
  }
  return contents;
}
