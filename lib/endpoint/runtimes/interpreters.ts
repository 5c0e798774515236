import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NodeVersions } from './node-versions.ts';

const probeMsMax = 10_000;
/** AWS's Node.js identifiers that this machine's Node stands in for. */
export const nodeIdentifiers = [
  'nodejs18.x',
  'nodejs20.x',
  'nodejs22.x',
  'nodejs24.x',
  'nodejs26.x',
  'nodejs16.x',
  'nodejs14.x',
];

export interface Interpreter {
  readonly language: 'node' | 'python' | 'java' | 'ruby' | 'dotnet';
  readonly path: string;
  /** The folder that holds the whole installation. */
  readonly prefix: string;
  /** e.g. `3.11.7`. */
  readonly version: string;
  /** What tells versions apart: the second number of Python 3, the first of Java and .NET, 304 for Ruby 3.4. */
  readonly minor: number;
  /** Java's or .NET's compiler, where a development kit is installed. */
  readonly compiler?: string;
  /** Folders where Ruby itself looks for gems, as in PATH; .NET's folder of assemblies. */
  readonly packages?: string;
}

/** Everything found on the machine, oldest first. */
export interface Interpreters {
  /** The Node that runs this program; it stands in for versions that are not there. */
  readonly node: Interpreter;
  readonly nodes: NodeVersions;
  readonly pythons: readonly Interpreter[];
  readonly javas: readonly Interpreter[];
  readonly rubies: readonly Interpreter[];
  readonly dotnets: readonly Interpreter[];
}

/** The Node that runs this program. */
export function ownNode(): Interpreter {
  const file = fs.realpathSync(process.execPath);
  return {
    language: 'node',
    path: file,
    prefix: path.dirname(path.dirname(file)),
    version: process.versions.node,
    minor: Number(process.versions.node.split('.')[1]),
  };
}

/** Every distinct minor of Python 3 on PATH and in pyenv's folder; the first found of each. */
export async function findPythons(searchPath: string, home = os.homedir()): Promise<Interpreter[]> {
  const candidates = new Map<number, string[]>();
  for (const folder of [...searchPath.split(path.delimiter), ...pyenvFolders(home)]) {
    // Shims are scripts that may refuse; the real programs are in pyenv's own folders.
    if (folder === '' || folder.endsWith(path.join('.pyenv', 'shims'))) continue;
    for (const name of namesIn(folder)) {
      const minor = /^python3\.(\d+)$/.exec(name)?.[1];
      if (minor === undefined) continue;
      const known = candidates.get(Number(minor)) ?? [];
      candidates.set(Number(minor), [...known, path.join(folder, name)]);
    }
  }
  const found = await Promise.all([...candidates.values()].map(firstWorking));
  return found.filter((entry) => entry !== undefined).sort((one, other) => one.minor - other.minor);
}

async function firstWorking(files: readonly string[]): Promise<Interpreter | undefined> {
  for (const file of files) {
    const found = await askPython(file);
    if (found) return found;
  }
  return undefined;
}

function pyenvFolders(home: string): string[] {
  const versions = path.join(home, '.pyenv', 'versions');
  return namesIn(versions).map((name) => path.join(versions, name, 'bin'));
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    return [];
  }
}

const question =
  'import sys; print("%d.%d.%d" % sys.version_info[:3]); print(sys.executable); print(sys.base_prefix)';

function askPython(file: string): Promise<Interpreter | undefined> {
  return new Promise((resolve) => {
    execFile(
      file,
      ['-I', '-S', '-c', question],
      { timeout: probeMsMax, killSignal: 'SIGKILL' },
      (error, output) => {
        const [version, executable, prefix] = output.split('\n');
        const minor = /^3\.(\d+)\./.exec(version ?? '')?.[1];
        if (error || !version || !executable || !prefix || minor === undefined) return resolve(undefined);
        return resolve({ language: 'python', path: executable, prefix, version, minor: Number(minor) });
      },
    );
  });
}
