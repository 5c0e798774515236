import path from 'node:path';
import { insidePrefix } from './isolation/wrap.ts';
import { nodeIdentifiers, type Interpreter, type Interpreters } from './interpreters.ts';
import { dotnetMajor, refusedHandler } from './dotnet.ts';
import { javaMajor, javaSettings } from './java.ts';
import { nodeMajor } from './node-versions.ts';
import { rubyNumber, rubyVersion } from './ruby.ts';
import type { FoundRuntime, IsolationLevel } from './launch.ts';

/** How functions of one runtime identifier are started. */
export type Language =
  | {
      readonly kind: 'framed';
      readonly interpreter: Interpreter;
      readonly client: string;
      readonly notice?: string;
    }
  /** A program that speaks the Runtime API: the package's own bootstrap, or a .NET assembly. */
  | { readonly kind: 'bootstrap'; readonly interpreter?: Interpreter; readonly notice?: string };

export const providedIdentifiers = ['provided.al2023', 'provided.al2', 'provided'];

/**
 * Picks what runs `runtime` on this machine. A string says why nothing does: a function is never answered for by
 * something that did not run it.
 */
export function chooseLanguage(runtime: string, handler: string, found: Interpreters): Language | string {
  const { node, nodes, pythons } = found;
  if (providedIdentifiers.includes(runtime)) return { kind: 'bootstrap' };
  const nodeNumber = /^nodejs(\d+)\.x$/.exec(runtime)?.[1];
  if (nodeNumber) {
    const exact = nodes.find(Number(nodeNumber));
    const notice = exact ? undefined : standIn(runtime, `Node.js ${node.version}`);
    return { kind: 'framed', interpreter: exact ?? node, client: 'node-client.mjs', notice };
  }
  const pythonMinor = /^python3\.(\d+)$/.exec(runtime)?.[1];
  if (pythonMinor) {
    const wanted = Number(pythonMinor);
    const exact = pythons.find((python) => python.minor === wanted);
    // Python keeps running older code far better than newer code runs on an older Python.
    const chosen = exact ?? pythons.find((python) => python.minor > wanted);
    if (!chosen) {
      const present = pythons.map((python) => `3.${python.minor}`).join(', ') || 'none';
      return `${runtime} needs Python 3.${wanted} or newer on PATH; found: ${present}. Install python3.${wanted} and restart the endpoint.`;
    }
    const notice = exact ? undefined : standIn(runtime, `Python ${chosen.version}`);
    return { kind: 'framed', interpreter: chosen, client: 'python-client.py', notice };
  }
  const java = javaMajor(runtime);
  if (java !== undefined) return chooseJava(runtime, java, found.javas);
  const ruby = rubyVersion(runtime);
  if (ruby !== undefined) return chooseRuby(runtime, ruby, found.rubies);
  const dotnet = dotnetMajor(runtime);
  if (dotnet !== undefined) return chooseDotnet(runtime, handler, dotnet, found.dotnets);
  return `The Lambdeck endpoint cannot run ${runtime || 'this runtime'}: it runs nodejs*, python3.*, java*, ruby*, dotnet* and provided.* functions. Choose one of these, or connect to an account that has it.`;
}

function chooseJava(runtime: string, wanted: number, javas: readonly Interpreter[]): Language | string {
  // Java runs what was compiled for an older one; it cannot even load what was compiled for a newer one.
  const chosen = javas.find((java) => java.minor >= wanted);
  const present = javas.map((java) => java.version).join(', ') || 'none';
  if (!chosen) {
    return `${runtime} needs Java ${wanted} or newer on PATH or in /usr/lib/jvm; found: ${present}. Install a JDK ${wanted} (for example openjdk-${wanted}-jdk-headless) and restart the endpoint.`;
  }
  if (!javas.some((java) => java.compiler)) {
    return `${runtime} needs a Java compiler once, for the endpoint's own client; found only Java runtimes: ${present}. Install a JDK (for example openjdk-${chosen.minor}-jdk-headless) and restart the endpoint.`;
  }
  const notice = chosen.minor === wanted ? undefined : standIn(runtime, `Java ${chosen.version}`);
  return { kind: 'framed', interpreter: chosen, client: 'java', notice };
}

function chooseRuby(runtime: string, wanted: string, rubies: readonly Interpreter[]): Language | string {
  const chosen = rubies.find((ruby) => ruby.minor >= rubyNumber(wanted));
  if (!chosen) {
    const present = rubies.map((ruby) => ruby.version).join(', ') || 'none';
    return `${runtime} needs Ruby ${wanted} or newer on PATH; found: ${present}. Install Ruby ${wanted} (with rbenv, or your system's package) and restart the endpoint.`;
  }
  const isExact = chosen.minor === rubyNumber(wanted);
  const notice = isExact ? undefined : standIn(runtime, `Ruby ${chosen.version}`);
  return { kind: 'framed', interpreter: chosen, client: 'ruby-client.rb', notice };
}

function chooseDotnet(
  runtime: string,
  handler: string,
  wanted: number,
  dotnets: readonly Interpreter[],
): Language | string {
  const chosen = dotnets.find((dotnet) => dotnet.minor >= wanted);
  if (!chosen) {
    const present = dotnets.map((dotnet) => dotnet.version).join(', ') || 'none';
    return `${runtime} needs the .NET ${wanted} runtime or a newer one; found: ${present}. Install dotnet-runtime-${wanted}.0 and restart the endpoint, or publish the function self-contained as bootstrap with provided.al2023.`;
  }
  const refused = refusedHandler(chosen, handler);
  if (refused !== undefined) return refused;
  const notice = chosen.minor === wanted ? undefined : standIn(runtime, `.NET ${chosen.version}`);
  return { kind: 'bootstrap', interpreter: chosen, notice };
}

function standIn(runtime: string, actual: string): string {
  return `[Lambdeck] ${runtime} is not installed on this machine; ${actual} runs this function.`;
}

/** What the languages add up to, for the start-up message and the health answer. */
export function describeFound({
  node,
  nodes,
  pythons,
  javas,
  rubies,
  dotnets,
}: Interpreters): FoundRuntime[] {
  const others = nodes.all
    .filter((other) => other !== node)
    .map((other) => ({
      identifiers: [`nodejs${nodeMajor(other)}.x`],
      version: `Node.js ${other.version}`,
      path: other.path,
    }));
  const isElsewhere = (name: string) => others.some(({ identifiers }) => identifiers.includes(name));
  return [
    {
      identifiers: nodeIdentifiers.filter((name) => !isElsewhere(name)),
      version: `Node.js ${node.version}`,
      path: node.path,
    },
    ...others,
    ...pythons.map((python) => ({
      identifiers: [`python3.${python.minor}`],
      version: `Python ${python.version}`,
      path: python.path,
    })),
    ...javas.map((java) => ({
      identifiers: [`java${java.minor}`],
      version: `Java ${java.version}`,
      path: java.path,
    })),
    ...rubies.map((ruby) => ({
      identifiers: [`ruby${ruby.version.split('.').slice(0, 2).join('.')}`],
      version: `Ruby ${ruby.version}`,
      path: ruby.path,
    })),
    ...dotnets.map((dotnet) => ({
      identifiers: [`dotnet${dotnet.minor}`],
      version: `.NET ${dotnet.version}`,
      path: dotnet.path,
    })),
    { identifiers: providedIdentifiers, version: 'Lambda Runtime API 2018-06-01', path: 'bootstrap' },
  ];
}

/** Runtime version as INIT_START names it, e.g. `nodejs:20.v20.20.2`. */
export function runtimeVersion(runtime: string, language: Language): string {
  const { interpreter } = language;
  if (!interpreter) return runtime.replace('.', ':');
  const [major, minor] = interpreter.version.split('.');
  if (interpreter.language === 'node') return `nodejs:${major}.v${interpreter.version}`;
  if (interpreter.language === 'java' || interpreter.language === 'dotnet')
    return `${interpreter.language}:${interpreter.minor}.v${interpreter.version}`;
  return `${interpreter.language}:${major}.${minor}.v${interpreter.version}`;
}

/** The interpreter as the process names it, and what the sandbox must show for that. */
export function interpreterView(
  level: IsolationLevel,
  interpreter: Interpreter,
): { command: string; readOnly: Record<string, string> } {
  const { prefix } = interpreter;
  const settings = level === 'sandbox' && interpreter.language === 'java' ? javaSettings() : {};
  if (level !== 'sandbox' || prefix === '/usr' || prefix.startsWith('/usr/')) {
    return { command: interpreter.path, readOnly: settings };
  }
  const inside = insidePrefix(prefix);
  return {
    command: path.join(inside, path.relative(prefix, interpreter.path)),
    readOnly: { ...settings, [prefix]: inside },
  };
}
