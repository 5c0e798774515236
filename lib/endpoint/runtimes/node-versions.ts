import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Interpreter } from './interpreters.ts';

const probeMsMax = 10_000;
/** A version of Node.js is some 40 MB to fetch. */
const fetchMsMax = 180_000;
/** After a failure, calls run on the stand-in for so long before it is tried again. */
const retryMs = 5 * 60_000;

export interface NodeVersionsOptions {
  readonly own: Interpreter;
  readonly searchPath: string;
  /** Where fetched versions are kept. */
  readonly folder: string;
  /** Whether a version that a function asks for may be fetched from the package registry. */
  readonly mayFetch: boolean;
  readonly home?: string;
  onFailure(version: number, reason: string): void;
}

/** Every major version of Node.js that functions can run on: our own, the machine's others, and fetched ones. */
export class NodeVersions {
  readonly #options: NodeVersionsOptions;
  readonly #byMajor = new Map<number, Interpreter>();
  readonly #fetching = new Map<number, Promise<void>>();
  readonly #triedAt = new Map<number, number>();

  private constructor(options: NodeVersionsOptions) {
    this.#options = options;
    this.#byMajor.set(nodeMajor(options.own), options.own);
  }

  /** Looks for them on PATH, in nvm's and fnm's folders, and among those fetched before. */
  static async find(options: NodeVersionsOptions): Promise<NodeVersions> {
    const versions = new NodeVersions(options);
    const home = options.home ?? os.homedir();
    const files = [
      ...options.searchPath.split(path.delimiter).map((folder) => path.join(folder, 'node')),
      ...below(path.join(home, '.nvm', 'versions', 'node'), 'bin', 'node'),
      ...below(path.join(home, '.local', 'share', 'fnm', 'node-versions'), 'installation', 'bin', 'node'),
      ...below(options.folder, 'node_modules', packageName(), 'bin', 'node'),
    ].filter((file) => fs.existsSync(file));
    const distinct = [...new Set(files.map((file) => fs.realpathSync(file)))];
    for (const node of await Promise.all(distinct.map(askNode))) if (node) versions.#keep(node);
    return versions;
  }

  /** Our own first. */
  get all(): Interpreter[] {
    return [...this.#byMajor.values()];
  }

  find(major: number): Interpreter | undefined {
    return this.#byMajor.get(major);
  }

  /**
   * Resolves once the version of a `nodejsN.x` function is there or will not be; undefined when there is nothing to
   * wait for, which is nearly always.
   */
  ensure(runtime: string): Promise<void> | undefined {
    if (!this.#options.mayFetch) return undefined;
    const major = Number(/^nodejs(\d+)\.x$/.exec(runtime)?.[1]);
    if (Number.isNaN(major) || this.#byMajor.has(major)) return undefined;
    const running = this.#fetching.get(major);
    if (running) return running;
    if (performance.now() - (this.#triedAt.get(major) ?? -retryMs) < retryMs) return undefined;
    const fetching = this.#fetch(major).finally(() => this.#fetching.delete(major));
    this.#fetching.set(major, fetching);
    return fetching;
  }

  async #fetch(major: number): Promise<void> {
    this.#triedAt.set(major, performance.now());
    const target = path.join(this.#options.folder, String(major));
    try {
      fs.mkdirSync(this.#options.folder, { recursive: true });
      const draft = fs.mkdtempSync(`${target}-`);
      await installPackage(`${packageName()}@${major}`, draft);
      fs.rmSync(target, { recursive: true, force: true });
      fs.renameSync(draft, target);
      const node = await askNode(path.join(target, 'node_modules', packageName(), 'bin', 'node'));
      if (!node || nodeMajor(node) !== major)
        throw new Error('the program that was fetched does not run here');
      this.#keep(node);
    } catch (error) {
      this.#options.onFailure(major, error instanceof Error ? error.message : String(error));
    }
  }

  /** The first found of a major version stays, and our own is there from the beginning. */
  #keep(node: Interpreter): void {
    const major = nodeMajor(node);
    if (!this.#byMajor.has(major)) this.#byMajor.set(major, node);
  }
}

export function nodeMajor(node: Interpreter): number {
  return Number(node.version.split('.')[0]);
}

/** The registry's package with the program for this machine; the plain `node` package would only fetch this one. */
function packageName(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

function below(folder: string, ...rest: readonly string[]): string[] {
  try {
    return fs
      .readdirSync(folder)
      .sort()
      .map((name) => path.join(folder, name, ...rest));
  } catch {
    return [];
  }
}

function askNode(file: string): Promise<Interpreter | undefined> {
  return new Promise((resolve) => {
    const limits = { timeout: probeMsMax, killSignal: 'SIGKILL' as const };
    execFile(file, ['-p', 'process.versions.node'], limits, (error, output) => {
      const version = output.trim();
      const minor = /^\d+\.(\d+)\./.exec(version)?.[1];
      if (error || minor === undefined) return resolve(undefined);
      const prefix = path.dirname(path.dirname(file));
      return resolve({ language: 'node', path: file, prefix, version, minor: Number(minor) });
    });
  });
}

/** npm checks what it fetches against the registry's digest, and runs none of the package's scripts. */
function installPackage(name: string, folder: string): Promise<void> {
  const beside = path.join(path.dirname(process.execPath), 'npm');
  const npm = fs.existsSync(beside) ? beside : 'npm';
  const flags = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--package-lock=false'];
  return new Promise((resolve, reject) => {
    const options = { timeout: fetchMsMax, killSignal: 'SIGKILL' as const, cwd: folder };
    execFile(npm, ['install', '--prefix', folder, ...flags, name], options, (error, _output, errors) => {
      if (error) reject(new Error(errors.trim().split('\n')[0] || error.message));
      else resolve();
    });
  });
}
