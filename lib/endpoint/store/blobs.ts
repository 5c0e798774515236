import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { assertInvariant, InvariantError } from '../../shared/invariant.ts';
import type { Blobs } from './database.ts';
import { syncFolder, writeDurably } from './files.ts';

const namePattern = /^[0-9a-f]{64}$/;

/** Content-addressed files in `folder/<first two digits>/<sha256>`, so that no folder grows beyond reason. */
export async function openBlobs(
  folder: string,
): Promise<Blobs & { sweep(isNeeded: (name: string) => boolean): Promise<SweepReport> }> {
  const temporaryFolder = path.join(folder, 'tmp');
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
  // A put and a delete of the same content must not cross: the put would find the file that is about to go.
  const queues = new Map<string, Promise<unknown>>();

  function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const previous = queues.get(name) ?? Promise.resolve();
    const next = previous.then(work, work);
    queues.set(name, next);
    const forget = (): void => {
      if (queues.get(name) === next) queues.delete(name);
    };
    next.then(forget, forget);
    return next;
  }

  function pathOf(name: string): string {
    assertInvariant(namePattern.test(name), `A blob is named by its SHA-256 in hex, not ${name}`);
    return path.join(folder, name.slice(0, 2), name);
  }

  async function makeShard(file: string): Promise<void> {
    const parent = path.dirname(file);
    if (existsSync(parent)) return;
    await mkdir(parent, { recursive: true, mode: 0o700 });
    await syncFolder(folder);
  }

  return {
    pathOf,

    async put(bytes) {
      const name = createHash('sha256').update(bytes).digest('hex');
      await inTurn(name, async () => {
        const file = pathOf(name);
        if (existsSync(file)) return;
        await makeShard(file);
        await writeDurably(file, bytes, path.join(temporaryFolder, randomUUID()));
      });
      return name;
    },

    async putStream(source, onName) {
      const temporary = path.join(temporaryFolder, randomUUID());
      try {
        const name = await writeHashed(temporary, source);
        onName(name);
        await inTurn(name, async () => {
          const file = pathOf(name);
          if (existsSync(file)) return;
          await makeShard(file);
          await rename(temporary, file);
          await syncFolder(path.dirname(file));
        });
        return name;
      } finally {
        await rm(temporary, { force: true });
      }
    },

    async read(name) {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        throw new InvariantError(`The blob ${name} cannot be read from ${folder}`, { cause: error });
      }
    },

    async delete(name) {
      await inTurn(name, () => rm(pathOf(name), { force: true }));
    },

    async sweep(isNeeded) {
      const report = { temporaryFiles: 0, orphans: 0 };
      for (const name of await readdir(temporaryFolder)) {
        await rm(path.join(temporaryFolder, name), { force: true });
        report.temporaryFiles += 1;
      }
      for (const shard of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shard)) continue;
        for (const name of await readdir(path.join(folder, shard))) {
          if (!namePattern.test(name) || isNeeded(name)) continue;
          await rm(path.join(folder, shard, name), { force: true });
          report.orphans += 1;
        }
      }
      return report;
    },
  };
}

/** Writes to a new file, through to the disk, and gives the SHA-256 of what came. */
async function writeHashed(file: string, source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of source) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/** What a sweep removed. */
export interface SweepReport {
  temporaryFiles: number;
  orphans: number;
}
