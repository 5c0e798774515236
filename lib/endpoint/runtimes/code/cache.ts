import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { defaultArchiveLimits, unpackArchive, type ArchiveLimits } from './archive.ts';

const bootFile = '.boot';

/**
 * Unpacked archives by the SHA-256 of their bytes, each unpacked once and then only read. Files are not synced:
 * after the machine (not only this program) was restarted, everything is unpacked anew.
 */
export class CodeCache {
  readonly #root: string;
  readonly #limits: ArchiveLimits;
  readonly #unpacking = new Map<string, Promise<string>>();
  /** Seen on disk by this program: a call of a warm function asks the disk nothing. */
  readonly #unpacked = new Map<string, Promise<string>>();

  constructor(root: string, limits: ArchiveLimits = defaultArchiveLimits) {
    this.#root = root;
    this.#limits = limits;
    const boot = bootId();
    const isSameBoot = boot !== undefined && readIfThere(path.join(root, bootFile)) === boot;
    if (!isSameBoot) fs.rmSync(root, { recursive: true, force: true });
    fs.mkdirSync(root, { recursive: true });
    for (const name of fs.readdirSync(root)) {
      if (name.startsWith('part-')) fs.rmSync(path.join(root, name), { recursive: true, force: true });
    }
    if (boot !== undefined) fs.writeFileSync(path.join(root, bootFile), boot);
  }

  /**
   * Folder with the unpacked archive at `blobPath`, whose SHA-256 (hex) is `sha256`. Many callers at once share
   * one unpacking. Rejects with the reason when the archive is refused.
   */
  codeFolderFor(sha256: string, blobPath: string): Promise<string> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256 in hex: ${sha256}`);
    const known = this.#unpacked.get(sha256) ?? this.#unpacking.get(sha256);
    if (known) return known;
    const folder = path.join(this.#root, sha256);
    if (fs.existsSync(folder)) return this.#remember(sha256, folder);
    const unpacking = this.#unpack(folder, blobPath)
      .then((unpacked) => this.#remember(sha256, unpacked))
      .finally(() => this.#unpacking.delete(sha256));
    this.#unpacking.set(sha256, unpacking);
    return unpacking;
  }

  /** Removes the folder of an archive that no function has any more. */
  async forget(sha256: string): Promise<void> {
    await this.#unpacking.get(sha256)?.catch(() => undefined);
    this.#unpacked.delete(sha256);
    const gone = path.join(this.#root, `part-${randomBytes(6).toString('hex')}`);
    try {
      fs.renameSync(path.join(this.#root, sha256), gone);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
      throw error;
    }
    await fs.promises.rm(gone, { recursive: true, force: true });
  }

  #remember(sha256: string, folder: string): Promise<string> {
    const unpacked = Promise.resolve(folder);
    this.#unpacked.set(sha256, unpacked);
    return unpacked;
  }

  async #unpack(folder: string, blobPath: string): Promise<string> {
    const part = path.join(this.#root, `part-${randomBytes(6).toString('hex')}`);
    fs.mkdirSync(part);
    try {
      const outcome = await unpackArchive(blobPath, part, this.#limits);
      if (outcome.kind !== 'sound') throw new Error(outcome.reason);
      fs.renameSync(part, folder);
    } catch (error) {
      fs.rmSync(part, { recursive: true, force: true });
      throw error;
    }
    return folder;
  }
}

/** Changes with every start of the machine; undefined where the system does not tell. */
function bootId(): string | undefined {
  return readIfThere('/proc/sys/kernel/random/boot_id')?.trim();
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
