import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';

export interface ArchiveLimits {
  /** Lambda's limit for code and layers together is 262,144,000 bytes. */
  readonly unpackedBytesMax: number;
  readonly entriesMax: number;
}

export const defaultArchiveLimits: ArchiveLimits = { unpackedBytesMax: 262_144_000, entriesMax: 100_000 };

export type ArchiveInspection =
  { readonly kind: 'sound'; readonly entries: number; readonly unpackedBytes: number } | ArchiveRefusal;

export type ArchiveRefusal =
  /** No zip, damaged, encrypted, or with an entry that would leave its folder. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'too-large'; readonly reason: string };

/** Longest target of a symbolic link; Linux's own limit. */
const linkBytesMax = 4096;
const symbolicLink = 0o120000;
const fileType = 0o170000;

class Refused extends Error {
  readonly refusal: ArchiveRefusal;

  constructor(refusal: ArchiveRefusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

interface Visitor {
  folder(name: string): void;
  file(name: string, mode: number, open: () => Promise<Readable>): Promise<void>;
  link(name: string, target: string): void;
}

/**
 * Reads the directory of a zip (its bytes, or the path of its file) without unpacking it. Declared sizes are
 * believed here and enforced by `unpackArchive`: an entry never yields more bytes than it declares.
 */
export async function inspectArchive(
  archive: Uint8Array | string,
  limits: ArchiveLimits = defaultArchiveLimits,
): Promise<ArchiveInspection> {
  return visit(archive, limits, {
    folder: () => undefined,
    file: () => Promise.resolve(),
    link: () => undefined,
  });
}

/**
 * Unpacks the zip at `archivePath` into `folder`, which must be empty. Files become read-only and keep their
 * executable bits. After a refusal the folder holds a part of the archive and should be removed.
 */
export async function unpackArchive(
  archivePath: string,
  folder: string,
  limits: ArchiveLimits = defaultArchiveLimits,
): Promise<ArchiveInspection> {
  const links: { at: string; target: string }[] = [];
  const inspection = await visit(archivePath, limits, {
    folder: (name) => void fs.mkdirSync(path.join(folder, name), { recursive: true }),
    link: (name, target) => void links.push({ at: path.join(folder, name), target }),
    file: async (name, mode, open) => {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      // A name may come twice; the last one counts, as for `unzip`.
      fs.rmSync(file, { force: true });
      const isExecutable = (mode & 0o111) !== 0;
      await pipeline(
        await open(),
        fs.createWriteStream(file, { flags: 'wx', mode: isExecutable ? 0o555 : 0o444 }),
      );
    },
  });
  if (inspection.kind !== 'sound') return inspection;
  try {
    // Links come last, so that no entry can be written through one.
    for (const { at, target } of links) {
      fs.mkdirSync(path.dirname(at), { recursive: true });
      fs.symlinkSync(target, at);
    }
    for (const { at } of links) assertInside(folder, at);
  } catch (error) {
    return refusalOf(error);
  }
  return inspection;
}

async function visit(
  archive: Uint8Array | string,
  limits: ArchiveLimits,
  visitor: Visitor,
): Promise<ArchiveInspection> {
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await openZip(archive);
    if (zip.entryCount > limits.entriesMax) {
      throw new Refused({
        kind: 'too-large',
        reason: `The archive has ${zip.entryCount} entries; ${limits.entriesMax} are allowed.`,
      });
    }
    let unpackedBytes = 0;
    let entries = 0;
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      unpackedBytes += entry.uncompressedSize;
      if (entries > limits.entriesMax || unpackedBytes > limits.unpackedBytesMax) {
        throw new Refused({
          kind: 'too-large',
          reason: `The archive unpacks to more than ${limits.unpackedBytesMax} bytes or ${limits.entriesMax} entries.`,
        });
      }
      await visitEntry(zip, entry, visitor);
    }
    return { kind: 'sound', entries, unpackedBytes };
  } catch (error) {
    return refusalOf(error);
  } finally {
    zip?.close();
  }
}

async function visitEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, visitor: Visitor): Promise<void> {
  const name = entry.fileName;
  if (entry.isEncrypted()) throw broken(`Entry "${name}" is encrypted.`);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw broken(
      `Entry "${name}" uses compression method ${entry.compressionMethod}; only deflate is supported.`,
    );
  }
  const isUnsafe = name.includes('\0') || name.split('/').includes('..') || path.posix.isAbsolute(name);
  if (isUnsafe) throw broken(`Entry "${name}" points outside of the archive.`);
  const mode = entry.externalFileAttributes >>> 16;
  if (name.endsWith('/')) return visitor.folder(name);
  if ((mode & fileType) !== symbolicLink)
    return visitor.file(name, mode, () => zip.openReadStreamPromise(entry));
  if (entry.uncompressedSize > linkBytesMax)
    throw broken(`The link "${name}" has a target of ${entry.uncompressedSize} bytes.`);
  const target = await readText(await zip.openReadStreamPromise(entry));
  const resolved = path.posix.normalize(path.posix.join(path.posix.dirname(name), target));
  if (
    path.posix.isAbsolute(target) ||
    target === '' ||
    target.includes('\0') ||
    resolved === '..' ||
    resolved.startsWith('../')
  ) {
    throw broken(`The link "${name}" points outside of the archive.`);
  }
  return visitor.link(name, target);
}

/** Names of a chain of links can look harmless one by one. */
function assertInside(folder: string, link: string): void {
  const root = fs.realpathSync.native(folder);
  let real: string;
  try {
    // Node's own realpath reads `link/..` by its letters; the system's follows the link first.
    real = fs.realpathSync.native(link);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  if (real !== root && !real.startsWith(root + path.sep)) {
    throw broken(`The link "${path.relative(folder, link)}" points outside of the archive.`);
  }
}

function broken(reason: string): Refused {
  return new Refused({ kind: 'broken', reason });
}

/** Errors of the zip reader and of conflicting names refuse the archive; trouble of the machine is thrown on. */
function refusalOf(error: unknown): ArchiveRefusal {
  if (error instanceof Refused) return error.refusal;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isConflict = ['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_FS_EISDIR'].includes(
    String(code),
  );
  const isMachine =
    typeof code === 'string' && code.startsWith('E') && !code.startsWith('ERR_') && !isConflict;
  if (isMachine || !(error instanceof Error)) throw error;
  return { kind: 'broken', reason: `The archive cannot be read: ${error.message}` };
}

function openZip(archive: Uint8Array | string): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const;
  if (typeof archive === 'string') return yauzl.openPromise(archive, options);
  return yauzl.fromBufferPromise(
    Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength),
    options,
  );
}

async function readText(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
