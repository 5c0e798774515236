import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the endpoint says once it answers, as it says it to a program. */
export interface ReadyLine {
  readonly port: number;
  readonly url: string;
  readonly isolation: string;
  readonly runtimes: readonly { readonly identifiers: readonly string[]; readonly version: string }[];
  readonly recovered: readonly string[];
}

export interface Program extends AsyncDisposable {
  readonly pid: number;
  readonly ready: ReadyLine;
  readonly folder: string;
  /** Everything written to stderr so far. */
  errors(): string;
  /** Sends the signal and waits for the end; the data folder stays. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Lets go of the program's stdin, as a parent that dies does, and waits for the end. */
  abandon(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export interface ProgramOptions {
  /** A folder of its own, removed at the end, by default. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What is put before its command line; signals then reach this, and only `abandon` the program. */
  readonly wrapper?: readonly string[];
  /** A module that is loaded before it. */
  readonly preload?: string;
}

/** What people run, and it starts in a fifth of the time of its sources; the set-up of the tests builds it. */
const main = fileURLToPath(new URL('../../../dist/endpoint/main.js', import.meta.url));
const readyMsMax = 12_000;
/** A program that does what it must not (not ending) fails the test by this, not by the test's own limit. */
const endMsMax = 8000;

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'lambdeck-endpoint-'));
}

/** Starts the endpoint as its own program on a free port. Rejects with what it wrote when it ends instead. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const folder = options.folder ?? path.join(await temporaryFolder(), 'data');
  const { child, errors, exited } = launch(folder, options.environment ?? {}, options);
  const ready = await readReadyLine(
    child.stdout,
    exited.then(() => Promise.reject(new Error(errors()))),
  );
  // Nobody reads further output; it must not fill the pipe.
  child.stdout.resume();
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return within(endMsMax, exited, `the endpoint did not end after ${signal}`);
  };
  return {
    pid: child.pid ?? -1,
    ready,
    folder,
    errors,
    end,
    abandon() {
      child.stdin.end();
      return within(endMsMax, exited, 'the endpoint did not follow its parent');
    },
    async [Symbol.asyncDispose]() {
      await end();
      if (options.folder === undefined) await rm(path.dirname(folder), { recursive: true, force: true });
    },
  };
}

/** Starts the endpoint where it is expected to refuse; returns how it ended and what it wrote. */
export async function startRefused(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; errors: string }> {
  const { child, errors, exited } = launch(folder, environment);
  try {
    const { code } = await within(readyMsMax, exited, 'the endpoint went on where it should refuse');
    return { code, errors: errors() };
  } finally {
    child.kill('SIGKILL');
  }
}

function launch(
  folder: string,
  environment: Readonly<Record<string, string>>,
  { wrapper = [], preload }: Pick<ProgramOptions, 'wrapper' | 'preload'> = {},
) {
  const preloads = preload === undefined ? [] : ['--import', preload];
  const [command = process.execPath, ...args] = [...wrapper, process.execPath, ...preloads, main];
  const child = spawn(command, args, {
    env: {
      ...process.env,
      LAMBDECK_DATA: folder,
      LAMBDECK_ENDPOINT_PORT: '0',
      LAMBDECK_SAMPLES: 'off',
      LAMBDECK_PARENT: '1',
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-64 * 1024)));
  // A test that ends early must not leave a program behind.
  const killChild = () => child.kill('SIGKILL');
  process.once('exit', killChild);
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      process.off('exit', killChild);
      resolve({ code, signal });
    });
  });
  return { child, errors: () => text, exited };
}

async function readReadyLine(output: NodeJS.ReadableStream, ended: Promise<never>): Promise<ReadyLine> {
  const line = new Promise<string>((resolve) => {
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const newline = text.indexOf('\n');
      if (newline !== -1) resolve(text.slice(0, newline));
    });
  });
  return JSON.parse(await within(readyMsMax, Promise.race([line, ended]), 'no ready line')) as ReadyLine;
}

async function within<T>(ms: number, work: Promise<T>, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
