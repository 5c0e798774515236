import { spawn, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { inProject, projectFolder } from './project.ts';
import { ToolFailure } from './tool-failure.ts';

/** A Node program that belongs to this tool and ends with it. */
export interface Program {
  /** As it is called in messages: "The console". */
  readonly name: string;
  /** Everything after `node`. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** `direct`: straight to the terminal. `held`: kept until `release()`, so that a start prints one calm block. */
  readonly output: 'direct' | 'held';
}

export interface RunningProgram {
  readonly name: string;
  readonly pid: number;
  /** Lines printed so far while held, newest last; bounded. */
  heldOutput(): string;
  /** Prints what follows; what was held is dropped. */
  release(): void;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stop(): Promise<void>;
}

const graceMs = 5000;
const heldBytesMax = 64 * 1024;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    // Programs lead their own process group on POSIX, so that their children are reached as well.
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Starts a program that dies with this process, however this process dies. */
export function startProgram(program: Program): RunningProgram {
  const followParent = pathToFileURL(inProject('lib/tools/follow-parent.mjs')).href;
  const child = spawn(process.execPath, ['--import', followParent, ...program.args], {
    cwd: program.cwd ?? projectFolder,
    env: program.env ?? process.env,
    detached: process.platform !== 'win32',
    // Standard input stays open and silent; its end tells the program that we are gone (follow-parent.mjs).
    stdio: ['pipe', 'pipe', 'pipe'],
  });

  let held = '';
  let isHeld = program.output === 'held';
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream?.on('data', (chunk: Buffer) => {
      if (isHeld) held = (held + chunk.toString()).slice(-heldBytesMax);
      else target.write(chunk);
    });
  }

  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });

  return {
    name: program.name,
    pid: child.pid ?? -1,
    heldOutput: () => held.trim(),
    release: () => {
      isHeld = false;
      held = '';
    },
    exited,
    async stop() {
      signalGroup(child, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
      await exited;
      clearTimeout(timer);
      signalGroup(child, 'SIGKILL');
    },
  };
}

/** Resolves with the parsed JSON body once the URL answers 2xx; throws when the program ends or time runs out. */
export async function waitForHealth(program: RunningProgram, url: string, limitMs: number): Promise<unknown> {
  return waitFor(program, url, limitMs, async (response) =>
    response.ok ? { value: (await response.json()) as unknown } : undefined,
  );
}

/** Resolves once something answers the URL, whatever it says. */
export async function waitForAnswer(program: RunningProgram, url: string, limitMs: number): Promise<void> {
  await waitFor(program, url, limitMs, () => Promise.resolve({ value: undefined }));
}

async function waitFor<T>(
  program: RunningProgram,
  url: string,
  limitMs: number,
  accept: (response: Response) => Promise<{ value: T } | undefined>,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  let hasEnded = false;
  void program.exited.then(() => (hasEnded = true));
  while (Date.now() < deadline) {
    if (hasEnded) throw new ToolFailure(describeEnd(program));
    try {
      const accepted = await accept(await fetch(url, { signal: AbortSignal.timeout(2000) }));
      if (accepted !== undefined) return accepted.value;
    } catch {
      // Not listening yet: asked again below until the deadline.
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new ToolFailure(
    `${program.name} did not answer ${url} within ${limitMs / 1000} s.\n${program.heldOutput()}`.trim(),
  );
}

/** One sentence on why a program that should run has ended; what it said last if it said something. */
export function describeEnd(program: RunningProgram): string {
  const said = program.heldOutput();
  return said === '' ? `${program.name} stopped without a word.` : said;
}

/**
 * Runs programs until one ends or this process is told to stop; then stops the rest.
 * Resolves with the exit code: 0 when asked to stop, 1 when a program ended by itself.
 */
export async function superviseUntilStopped(programs: readonly RunningProgram[]): Promise<number> {
  const reason = await Promise.race([
    stopRequested(),
    ...programs.map((program) =>
      program.exited.then(
        ({ code, signal }) => `${program.name} ended (${signal ?? `exit code ${code ?? 1}`}).`,
      ),
    ),
  ]);
  if (reason !== undefined) process.stderr.write(`${reason} Stopping the rest.\n`);
  await Promise.all(programs.map((program) => program.stop()));
  return reason === undefined ? 0 : 1;
}

let stopping: Promise<undefined> | undefined;

/** Resolves at the first SIGINT, SIGTERM or SIGHUP, or when npm, our starter, is gone. */
export function stopRequested(): Promise<undefined> {
  stopping ??= new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve(undefined));
    // A killed npm does not pass its signal on: a changed parent tells. Only under npm, where nobody detaches us.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event !== undefined) {
      setInterval(() => {
        if (process.ppid !== parent) resolve(undefined);
      }, 500).unref();
    }
  });
  return stopping;
}
