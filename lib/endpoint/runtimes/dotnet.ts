import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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

function askDotnet(file: string): Promise<Interpreter[]> {
  return new Promise((resolve) => {
    execFile(file, ['--list-runtimes'], { timeout: probeMsMax, killSignal: 'SIGKILL' }, (error, output) => {
      if (error) return resolve([]);
      const versions = [...output.matchAll(/^Microsoft\.NETCore\.App (\d+)(\S*) /gm)];
      return resolve(
        versions.map(([, major, rest]) => ({
          language: 'dotnet',
          path: file,
          prefix: path.dirname(file),
          version: `${major}${rest}`,
          minor: Number(major),
        })),
      );
    });
  });
}

/** What keeps a handler from being run; undefined when it is the name of an executable assembly. */
export function refusedHandler(runtime: string, handler: string): string | undefined {
  if (!handler.includes('::')) return undefined;
  const assembly = handler.split('::')[0] ?? '';
  return `The handler ${handler} names a method of a class library, which needs AWS's own host for .NET; the Lambdeck endpoint runs ${runtime} functions that are programs. Give the project a Main that runs LambdaBootstrapBuilder (package Amazon.Lambda.RuntimeSupport) and set the handler to ${assembly}, or publish it self-contained as bootstrap with provided.al2023.`;
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

/** Arguments that make .NET run the assembly, which lies in the package's root. */
export function dotnetArguments(handler: string, task: string): string[] {
  return [path.join(task, handler.endsWith('.dll') ? handler : `${handler}.dll`)];
}
