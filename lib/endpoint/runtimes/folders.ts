import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { LaunchDescription } from './launch.ts';
import type { EnvironmentFolders } from './isolation/wrap.ts';

/** Temporary folders of one run of the endpoint: `<root>/run-<pid>-<random>/…`; earlier, dead runs are removed. */
export class RunFolder {
  readonly root: string;
  #next = 0;
  readonly #merged = new Map<string, string>();

  constructor(parent: string) {
    fs.mkdirSync(parent, { recursive: true });
    removeDeadRuns(parent);
    this.root = path.join(parent, `run-${process.pid}-${randomBytes(4).toString('hex')}`);
    fs.mkdirSync(this.root);
  }

  /** Folders of a new environment; with no `launch` they are empty ones that a spare fills later. */
  create(launch?: LaunchDescription): EnvironmentFolders {
    const root = path.join(this.root, `env-${(this.#next += 1)}`);
    const tmp = path.join(root, 'tmp');
    fs.mkdirSync(tmp, { recursive: true });
    if (launch) return { root, tmp, ...this.shared(launch) };
    const task = path.join(root, 'task');
    fs.mkdirSync(task);
    return { root, tmp, task, opt: this.#optFolder([]) };
  }

  /** Folders that all environments of a function share. */
  shared(launch: LaunchDescription): Pick<EnvironmentFolders, 'task' | 'opt' | 'mounts'> {
    const { codeFolder: task, mounts } = launch;
    return { task, opt: this.#optFolder(launch.layerFolders), ...(mounts && { mounts }) };
  }

  remove(folders: EnvironmentFolders): void {
    fs.rmSync(folders.root, { recursive: true, force: true, maxRetries: 3 });
  }

  close(): void {
    fs.rmSync(this.root, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Layers merged in order, later ones over earlier ones; made once for each combination. */
  #optFolder(layers: readonly string[]): string {
    if (layers.length === 1 && layers[0]) return layers[0];
    const key = layers.join('\n');
    const known = this.#merged.get(key);
    if (known) return known;
    const merged = path.join(this.root, `opt-${this.#merged.size}`);
    fs.mkdirSync(merged);
    for (const layer of layers)
      fs.cpSync(layer, merged, { recursive: true, force: true, verbatimSymlinks: true });
    this.#merged.set(key, merged);
    return merged;
  }
}

function removeDeadRuns(parent: string): void {
  for (const name of fs.readdirSync(parent)) {
    const pid = /^run-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, as someone else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
