import fs from 'node:fs';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AccessPointRecord } from './records.ts';

/** The folders of file systems on this machine: `<data>/efs/<file system>`. */
export interface Folders {
  create(fileSystemId: string): Promise<void>;
  /** Takes the folder and all files away. */
  remove(fileSystemId: string): Promise<void>;
  /** Bytes of all files; measured again after a minute. */
  measure(fileSystemId: string): Promise<{ bytes: number; atMs: number }>;
  /** The folder that an access point shows; made where the access point says how. Throws a MountRefusal. */
  open(point: Pick<AccessPointRecord, 'fileSystemId' | 'rootPath' | 'creation'>): Promise<string>;
}

/** Why a folder cannot be mounted, as one sentence. */
export class MountRefusal extends Error {
  override readonly name = 'MountRefusal';
}

const measuredMsMax = 60_000;
/** Beyond so many entries the figure is that of the first ones. */
const entriesMax = 20_000;

export function createFolders(dataFolder: string, now: () => number): Folders {
  const root = path.join(dataFolder, 'efs');
  const folderOf = (id: string) => path.join(root, id);
  const measured = new Map<string, { bytes: number; atMs: number }>();
  return {
    async create(id) {
      await mkdir(folderOf(id), { recursive: true });
    },
    async remove(id) {
      measured.delete(id);
      await rm(folderOf(id), { recursive: true, force: true, maxRetries: 3 });
    },
    async measure(id) {
      const known = measured.get(id);
      if (known && now() - known.atMs < measuredMsMax) return known;
      const fresh = { bytes: await bytesBelow(folderOf(id)), atMs: now() };
      measured.set(id, fresh);
      return fresh;
    },
    async open({ fileSystemId, rootPath, creation }) {
      await mkdir(folderOf(fileSystemId), { recursive: true });
      let folder = folderOf(fileSystemId);
      for (const name of rootPath.split('/').filter((part) => part !== '')) {
        folder = path.join(folder, name);
        await openStep(folder, rootPath, creation);
      }
      return folder;
    },
  };
}

/** Removes folders whose file system was deleted when the last run ended. */
export function sweepFolders(dataFolder: string, known: ReadonlySet<string>): void {
  const root = path.join(dataFolder, 'efs');
  if (!fs.existsSync(root)) return;
  for (const name of fs.readdirSync(root))
    if (!known.has(name)) fs.rmSync(path.join(root, name), { recursive: true, force: true, maxRetries: 3 });
}

/** A link made by a function could lead out of its file system: only real folders are followed. */
async function openStep(
  folder: string,
  rootPath: string,
  creation: AccessPointRecord['creation'],
): Promise<void> {
  const found = await lstat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (found) throw new MountRefusal(`Its root directory ${rootPath} is not a folder of the file system.`);
  if (!creation)
    throw new MountRefusal(
      `Its root directory ${rootPath} does not exist, and the access point does not say how to create it.`,
    );
  await mkdir(folder, { recursive: true, mode: Number.parseInt(creation.permissions, 8) & 0o777 });
}

async function bytesBelow(folder: string): Promise<number> {
  // What EFS says of an empty file system.
  let bytes = 6144;
  let entries = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const found = await readdir(next, { withFileTypes: true }).catch(() => []);
    for (const entry of found) {
      entries += 1;
      if (entries > entriesMax) return bytes;
      const full = path.join(next, entry.name);
      if (entry.isDirectory()) folders.push(full);
      else if (entry.isFile()) bytes += (await lstat(full).catch(() => undefined))?.size ?? 0;
    }
  }
  return bytes;
}
