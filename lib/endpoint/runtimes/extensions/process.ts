import fs from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { Buffer } from 'node:buffer';
import type { SpawnPlan } from '../isolation/wrap.ts';
import { killTree } from '../process-tree.ts';
import { spawnProgram } from '../worker.ts';

/** The executable files directly under /opt/extensions, by name: each is an external extension. */
export function externalExtensions(opt: string): string[] {
  const folder = path.join(opt, 'extensions');
  try {
    return fs
      .readdirSync(folder)
      .filter((name) => isExecutable(path.join(folder, name)))
      .sort();
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

export interface ExtensionProcess {
  readonly name: string;
  readonly pid: number;
  readonly exit: Promise<void>;
  kill(): void;
}

/** Starts one external extension. */
export function startExtension(
  name: string,
  plan: SpawnPlan,
  events: { output(text: string): void; ended(reason: string): void },
): ExtensionProcess {
  const child = spawnProgram(plan);
  for (const stream of [child.stdout, child.stderr]) {
    const decoder = new StringDecoder('utf8');
    stream?.on('data', (data: Buffer) => events.output(decoder.write(data)));
    stream?.on('error', () => undefined);
  }
  let hasEnded = false;
  const exit = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      if (hasEnded) return;
      hasEnded = true;
      child.stdio[3]?.destroy();
      resolve();
      events.ended(reason);
    };
    child.once('exit', (status, signal) => end(signal ? `signal: ${signal}` : `exit status ${status ?? 0}`));
    child.once('error', (error) => end(error.message));
  });
  return {
    name,
    pid: child.pid ?? 0,
    exit,
    kill: () => {
      if (!hasEnded && child.pid) killTree(child.pid);
    },
  };
}
