import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Interpreter } from './interpreters.ts';

const compileMsMax = 60_000;
const mainClass = 'lambdeck.runtime.Client';

/** AWS's Java identifiers that name a major version: `java21`, `java8.al2`, `java17.al2023`. */
export function javaMajor(runtime: string): number | undefined {
  const major = /^java(\d+)(\.al2|\.al2023)?$/.exec(runtime)?.[1];
  return major === undefined ? undefined : Number(major);
}

/** Every distinct major version of Java on PATH, among the system's and in SDKMAN's folder; oldest first. */
export function findJavas(searchPath: string, home = os.homedir()): Interpreter[] {
  const homes = [
    ...searchPath.split(path.delimiter).map((folder) => path.join(folder, 'java')),
    ...namesIn('/usr/lib/jvm').map((name) => path.join('/usr/lib/jvm', name, 'bin', 'java')),
    ...namesIn(path.join(home, '.sdkman', 'candidates', 'java')).map((name) =>
      path.join(home, '.sdkman', 'candidates', 'java', name, 'bin', 'java'),
    ),
  ];
  const found = new Map<number, Interpreter>();
  for (const file of homes) {
    const java = describeJava(file);
    const known = java && found.get(java.minor);
    // A development kit is worth more than a mere runtime: it can compile our client.
    if (java && (!known || (!known.compiler && java.compiler))) found.set(java.minor, java);
  }
  return [...found.values()].sort((one, other) => one.minor - other.minor);
}

/** Reads the `release` file that every Java has: starting one only to ask for its version takes a tenth of a second. */
function describeJava(file: string): Interpreter | undefined {
  try {
    const real = fs.realpathSync(file);
    const prefix = path.dirname(path.dirname(real));
    const release = fs.readFileSync(path.join(prefix, 'release'), 'utf8');
    const version = /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1];
    if (version === undefined) return undefined;
    const minor = Number((version.startsWith('1.') ? version.slice(2) : version).split(/[._]/)[0]);
    const compiler = path.join(prefix, 'bin', 'javac');
    return {
      language: 'java',
      path: real,
      prefix,
      version,
      minor,
      ...(fs.existsSync(compiler) ? { compiler } : {}),
    };
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Options of the virtual machine and the client's class. What the function sets itself is not set against it. */
export function javaArguments(java: Interpreter, plan: JavaPlan): string[] {
  const own = `${plan.variables['JAVA_TOOL_OPTIONS'] ?? ''} ${plan.variables['JDK_JAVA_OPTIONS'] ?? ''}`;
  const flags = [
    `-Djava.io.tmpdir=${plan.tmp}`,
    '-Dfile.encoding=UTF-8',
    '-Djava.net.preferIPv4Stack=true',
    '-XX:-UsePerfData',
  ];
  if (!/-XX:\+Use\w+GC\b/.test(own)) flags.push('-XX:+UseSerialGC');
  if (!/TieredCompilation|TieredStopAtLevel/.test(own)) flags.push('-XX:TieredStopAtLevel=1');
  if (!/-Xmx|MaxHeapSize|MaxRAMPercentage/.test(own)) flags.push(`-Xmx${heapMb(plan.memoryMb)}m`);
  // The inherited sockets can only be opened by a constructor that Java 9 and newer keep to themselves.
  if (java.minor >= 9) flags.push('--add-opens=java.base/java.io=ALL-UNNAMED');
  return [...flags, '-cp', plan.clientFolder, mainClass];
}

export interface JavaPlan {
  readonly memoryMb: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly tmp: string;
  /** As the process sees it. */
  readonly clientFolder: string;
}

/** So much that the heap runs out, which Java reports, before the environment does, which only ends it. */
function heapMb(memoryMb: number): number {
  return Math.max(48, Math.min(Math.floor(memoryMb * 0.85), memoryMb - 64));
}

/** Folders that a Java of the system keeps outside of its own, e.g. Debian's `/etc/java-17-openjdk`. */
export function javaSettings(): Record<string, string> {
  const folders = namesIn('/etc').filter((name) => name.startsWith('java'));
  return Object.fromEntries(folders.map((name) => [`/etc/${name}`, `/etc/${name}`]));
}

/** Our client as classes: compiled once for each version of its source, by a compiler of this machine. */
export class JavaClient {
  readonly #cacheFolder: string;
  readonly #sourceFolder: string;
  readonly #javas: readonly Interpreter[];
  #compiled: Promise<string> | undefined;

  constructor(cacheFolder: string, sourceFolder: string, javas: readonly Interpreter[]) {
    this.#cacheFolder = cacheFolder;
    this.#sourceFolder = sourceFolder;
    this.#javas = javas;
  }

  /** The folder with the classes. Rejects when the compiler fails, and tries again the next time. */
  folder(): Promise<string> {
    this.#compiled ??= this.#compile().catch((error: unknown) => {
      this.#compiled = undefined;
      throw error;
    });
    return this.#compiled;
  }

  async #compile(): Promise<string> {
    const java = this.#javas.findLast((entry) => entry.compiler !== undefined);
    if (!java?.compiler) throw new Error('no Java compiler was found on this machine');
    const sources = namesIn(this.#sourceFolder)
      .filter((name) => name.endsWith('.java'))
      .map((name) => path.join(this.#sourceFolder, name));
    const hash = createHash('sha256');
    for (const file of sources) hash.update(fs.readFileSync(file));
    const target = path.join(this.#cacheFolder, `java-client-${hash.digest('hex').slice(0, 16)}`);
    if (fs.existsSync(target)) return target;
    fs.mkdirSync(this.#cacheFolder, { recursive: true });
    const draft = fs.mkdtempSync(`${target}-`);
    const level = java.minor >= 9 ? ['--release', '8'] : [];
    await run(java.compiler, [...level, '-nowarn', '-Xlint:-options', '-proc:none', '-d', draft, ...sources]);
    try {
      fs.renameSync(draft, target);
    } catch (error) {
      // Another process was faster, or the folder cannot be written: only the latter leaves nothing there.
      fs.rmSync(draft, { recursive: true, force: true });
      if (!fs.existsSync(target)) throw error;
    }
    return target;
  }
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout: compileMsMax, killSignal: 'SIGKILL' }, (error, output, errors) => {
      if (error) reject(new Error(`The Java client could not be compiled: ${errors || error.message}`));
      else resolve();
    });
  });
}
