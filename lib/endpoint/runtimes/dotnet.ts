import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CompiledClient } from './compiled-client.ts';
import type { Interpreter } from './interpreters.ts';

const probeMsMax = 10_000;

/** AWS's .NET identifiers that name a major version: `dotnet8`, `dotnetcore3.1`. */
export function dotnetMajor(runtime: string): number | undefined {
  const major = /^dotnet(?:core)?(\d+)(?:\.\d+)?$/.exec(runtime)?.[1];
  return major === undefined ? undefined : Number(major);
}

/** Every major version of .NET's runtime on PATH and in the usual folders, oldest first. */
export async function findDotnets(searchPath: string, home = os.homedir()): Promise<Interpreter[]> {
  const folders = [
    ...searchPath.split(path.delimiter),
    '/usr/share/dotnet',
    '/usr/lib/dotnet',
    path.join(home, '.dotnet'),
  ];
  const files = folders.map((folder) => path.join(folder, 'dotnet')).filter(isFile);
  const found = new Map<number, Interpreter>();
  for (const list of await Promise.all(
    [...new Set(files.map((file) => fs.realpathSync(file)))].map(askDotnet),
  )) {
    // Of one major version the newest patch comes last, and is the one that `dotnet` itself takes.
    for (const dotnet of list) {
      const known = found.get(dotnet.minor);
      if (!known || known.path === dotnet.path) found.set(dotnet.minor, dotnet);
    }
  }
  return [...found.values()].sort((one, other) => one.minor - other.minor);
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

async function askDotnet(file: string): Promise<Interpreter[]> {
  const [runtimes, kits] = await Promise.all([ask(file, '--list-runtimes'), ask(file, '--list-sdks')]);
  // The newest kit; it comes last.
  const [, kit, folder] = [...kits.matchAll(/^(\d\S*) \[(.+)\]$/gm)].at(-1) ?? [];
  const compiler = kit && folder && path.join(folder, kit, 'Roslyn', 'bincore', 'csc.dll');
  return [...runtimes.matchAll(/^Microsoft\.NETCore\.App (\d+)(\S*) \[(.+)\]$/gm)].map(
    ([, major, rest, shared]) => ({
      language: 'dotnet',
      path: file,
      prefix: path.dirname(file),
      version: `${major}${rest}`,
      minor: Number(major),
      packages: path.join(shared ?? '', `${major}${rest}`),
      ...(compiler && isFile(compiler) ? { compiler } : {}),
    }),
  );
}

function ask(file: string, question: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(file, [question], { timeout: probeMsMax, killSignal: 'SIGKILL' }, (error, output) =>
      resolve(error ? '' : output),
    );
  });
}

/** True when the handler names a method of a class library, which our own host calls; else it names a program. */
export function isLibraryHandler(handler: string): boolean {
  return handler.includes('::');
}

/** What keeps a handler from being run by this .NET. */
export function refusedHandler(dotnet: Interpreter, handler: string): string | undefined {
  if (!isLibraryHandler(handler) || dotnet.compiler !== undefined) return undefined;
  const assembly = handler.split('::')[0] ?? '';
  return `The handler ${handler} names a method of a class library. The endpoint's host for these is compiled once by a .NET SDK, and only runtimes were found. Install an SDK (dotnet-sdk-${dotnet.minor}.0) and restart the endpoint; or give the project a Main that runs LambdaBootstrapBuilder (package Amazon.Lambda.RuntimeSupport) and set the handler to ${assembly}.`;
}

/** Our host of class libraries, compiled against the .NET that will run it. */
export function dotnetHost(
  cacheFolder: string,
  launchersFolder: string,
  dotnet: Interpreter,
): CompiledClient {
  const source = path.join(launchersFolder, 'dotnet', 'Host.cs');
  const framework = dotnet.packages ?? '';
  return new CompiledClient({
    cacheFolder,
    name: `dotnet${dotnet.minor}-host`,
    files: [source],
    extra: { 'Host.runtimeconfig.json': runtimeSettings(dotnet) },
    command: (target) => [
      dotnet.path,
      dotnet.compiler ?? '',
      ...['-nologo', '-nostdlib', '-noconfig', '-target:exe', `-out:${path.join(target, 'Host.dll')}`],
      ...namesIn(framework)
        .filter((name) => name.endsWith('.dll'))
        .map((name) => `-r:${path.join(framework, name)}`),
      source,
    ],
  });
}

function runtimeSettings(dotnet: Interpreter): string {
  const framework = { name: 'Microsoft.NETCore.App', version: `${dotnet.minor}.0.0` };
  return JSON.stringify({ runtimeOptions: { framework, rollForward: 'LatestMinor' } });
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Variables of .NET itself. A function's own of the same name win over them. */
export function dotnetVariables(
  dotnet: Interpreter,
  plan: { readonly runtime: string; readonly root: string; readonly memoryMb: number; readonly opt: string },
): Record<string, string> {
  const isStandIn = dotnetMajor(plan.runtime) !== dotnet.minor;
  const heap = Math.max(32, Math.floor(plan.memoryMb * 0.9)) * 1024 * 1024;
  return {
    DOTNET_ROOT: plan.root,
    LAMBDA_RUNTIME_NAME: plan.runtime,
    DOTNET_SHARED_STORE: `${plan.opt}/dotnetcore/store`,
    // The collector would take all memory of the machine for its own.
    DOTNET_GCHeapHardLimit: heap.toString(16),
    DOTNET_NOLOGO: '1',
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    ...(isStandIn ? { DOTNET_ROLL_FORWARD: 'Major' } : {}),
  };
}

/**
 * Arguments that make .NET run a program of the package's root, or our host for a method. Folders are as the process
 * sees them; `settings` is the library's own runtimeconfig.json, if it has one (it may ask for ASP.NET).
 */
export function dotnetArguments(
  handler: string,
  plan: { readonly task: string; readonly host: string | undefined; readonly settings: string | undefined },
): string[] {
  if (plan.host === undefined) {
    return [path.join(plan.task, handler.endsWith('.dll') ? handler : `${handler}.dll`)];
  }
  const settings = plan.settings === undefined ? [] : ['--runtimeconfig', plan.settings];
  return ['exec', ...settings, path.join(plan.host, 'Host.dll')];
}
