import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CompiledClient } from './compiled-client.ts';
import type { Interpreter } from './interpreters.ts';

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

/** Our client as classes. Undefined when no compiler is there. */
export function javaClient(
  cacheFolder: string,
  launchersFolder: string,
  javas: readonly Interpreter[],
): CompiledClient | undefined {
  const java = javas.findLast((entry) => entry.compiler !== undefined);
  const compiler = java?.compiler;
  if (!java || compiler === undefined) return undefined;
  const folder = path.join(launchersFolder, 'java', 'lambdeck', 'runtime');
  const files = namesIn(folder)
    .filter((name) => name.endsWith('.java'))
    .map((name) => path.join(folder, name));
  const level = java.minor >= 9 ? ['--release', '8'] : [];
  return new CompiledClient({
    cacheFolder,
    name: 'java-client',
    files,
    command: (target) => [
      compiler,
      ...level,
      ...['-nowarn', '-Xlint:-options', '-proc:none', '-d', target],
      ...files,
    ],
  });
}
