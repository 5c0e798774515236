import fs from 'node:fs';
import path from 'node:path';
import type { RunFolder } from './folders.ts';
import type { LaunchDescription } from './launch.ts';
import type { EnvironmentFolders } from './isolation/wrap.ts';
import type { Language } from './languages.ts';
import type { Starter } from './starter.ts';
import type { FramedWorker } from './worker.ts';

/** Cold starts come in groups; a new spare should not compete with the one that was just taken. */
const refillMs = 100;
/** In the sandbox the code is hard-linked into the spare's folder; more files than this start afresh instead. */
const linkedFilesMax = 500;

interface Sizes {
  readonly memoryMb: number;
  readonly ephemeralStorageMb: number;
}

interface Spare {
  readonly worker: FramedWorker;
  readonly folders: EnvironmentFolders;
  readonly sizes: Sizes;
}

/** Node.js processes that have booted and wait to be told which function they are. */
export class Spares {
  readonly #starter: Starter;
  readonly #runFolder: RunFolder;
  readonly #language: Extract<Language, { kind: 'framed' }>;
  readonly #countMax: number;
  readonly #spares: Spare[] = [];
  readonly #ending = new Set<Promise<void>>();
  #sizes: Sizes = { memoryMb: 128, ephemeralStorageMb: 512 };
  #refill: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    starter: Starter,
    runFolder: RunFolder,
    language: Extract<Language, { kind: 'framed' }>,
    countMax: number,
  ) {
    this.#starter = starter;
    this.#runFolder = runFolder;
    this.#language = language;
    this.#countMax = countMax;
    this.#fill();
  }

  /** How many wait now. */
  get count(): number {
    return this.#spares.length;
  }

  /** A waiting process with the function's code in its folder, if one fits. */
  take(launch: LaunchDescription): { worker: FramedWorker; folders: EnvironmentFolders } | undefined {
    if (this.#countMax === 0 || Object.keys(launch.variables).some(mustBeThereAtBoot)) return undefined;
    // Layers may bring extensions, whose API's address a process learns when it is started.
    if (launch.layerFolders.length > 0) return undefined;
    // What a process sees under /mnt is fixed when it is started.
    if ((launch.mounts ?? []).length > 0) return undefined;
    const index = this.#spares.findIndex(({ sizes }) => isSameSize(sizes, launch));
    // What is asked for now is likely to be asked for again.
    this.#sizes = { memoryMb: launch.memoryMb, ephemeralStorageMb: launch.ephemeralStorageMb };
    this.#refillSoon();
    const spare = this.#spares[index];
    if (!spare) return undefined;
    if (this.#starter.tools.level !== 'sandbox') {
      this.#spares.splice(index, 1);
      return { worker: spare.worker, folders: { ...spare.folders, ...this.#runFolder.shared(launch) } };
    }
    if (!hasFewFiles(launch.codeFolder)) return undefined;
    this.#spares.splice(index, 1);
    linkTree(launch.codeFolder, spare.folders.task);
    return { worker: spare.worker, folders: spare.folders };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#refill);
    for (const { worker } of this.#spares.splice(0)) this.#discard(worker);
    await Promise.all(this.#ending);
  }

  #discard(worker: FramedWorker): void {
    worker.kill();
    this.#ending.add(worker.exit);
  }

  #refillSoon(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#refill);
    this.#refill = setTimeout(() => this.#fill(), refillMs).unref();
  }

  #fill(): void {
    if (this.#isClosed || this.#countMax === 0) return;
    if (this.#spares.length >= this.#countMax) {
      if (this.#spares.some(({ sizes }) => isSameSize(sizes, this.#sizes))) return;
      const oldest = this.#spares.shift();
      if (oldest) {
        this.#discard(oldest.worker);
        void oldest.worker.exit.then(() => this.#runFolder.remove(oldest.folders));
      }
    }
    const folders = this.#runFolder.create();
    const spare: Spare = {
      worker: this.#starter.spare(this.#language, folders, this.#sizes),
      folders,
      sizes: this.#sizes,
    };
    this.#spares.push(spare);
    void spare.worker.exit.then(() => {
      this.#ending.delete(spare.worker.exit);
      const index = this.#spares.indexOf(spare);
      if (index === -1) return;
      // A spare that dies by itself is not replaced at once: it would die again.
      this.#spares.splice(index, 1);
      this.#runFolder.remove(folders);
    });
    if (this.#spares.length < this.#countMax) this.#refillSoon();
  }
}

/** Variables that Node.js or the loader reads before any of our code runs. */
function mustBeThereAtBoot(name: string): boolean {
  return /^(NODE_|LD_|UV_|SSL_|OPENSSL_|AWS_LAMBDA_EXEC_WRAPPER$)/.test(name);
}

function isSameSize(sizes: Sizes, other: Sizes): boolean {
  return sizes.memoryMb === other.memoryMb && sizes.ephemeralStorageMb === other.ephemeralStorageMb;
}

function hasFewFiles(folder: string): boolean {
  let count = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of fs.readdirSync(next, { withFileTypes: true })) {
      count += 1;
      if (count > linkedFilesMax) return false;
      if (entry.isDirectory()) folders.push(path.join(next, entry.name));
    }
  }
  return true;
}

function linkTree(from: string, to: string): void {
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) {
      fs.mkdirSync(target);
      linkTree(source, target);
    } else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    fs.linkSync(source, target);
  } catch {
    // Another file system, or one without links.
    fs.copyFileSync(source, target);
  }
}
