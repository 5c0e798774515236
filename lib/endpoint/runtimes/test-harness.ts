import { randomUUID } from 'node:crypto';
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startRuntimes, type RuntimesOptions } from './invoke.ts';
import type {
  InvocationOutcome,
  InvocationRequest,
  LaunchDescription,
  LogEvent,
  Runtimes,
} from './launch.ts';

/** Real runtimes on a folder of their own, with what their functions logged. */
export interface Harness extends AsyncDisposable {
  readonly runtimes: Runtimes;
  readonly folder: string;
  /** Messages of all streams, in order of arrival. */
  readonly messages: string[];
  /** Describes a function made of these files; the same name and files give the same key. */
  describe(files: Record<string, string>, more?: Partial<LaunchDescription>): LaunchDescription;
  invoke(launch: LaunchDescription, event?: unknown, more?: Partial<InvocationRequest>): Promise<Told>;
}

/** An outcome with its bytes read; fails the test when nothing ran. */
export interface Told {
  readonly kind: 'success' | 'function-error';
  readonly value: unknown;
  readonly bytes: number;
  readonly requestId: string;
  readonly log: string;
  readonly report: Extract<InvocationOutcome, { kind: 'success' }>['report'];
}

export async function openHarness(options: Partial<RuntimesOptions> = {}): Promise<Harness> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lambdeck-runtimes-'));
  const messages: string[] = [];
  const runtimes = await startRuntimes({
    folder: path.join(folder, 'run'),
    searchPath: process.env['PATH'],
    logs: {
      append: (_where, events: readonly LogEvent[]) => messages.push(...events.map((event) => event.message)),
    },
    ...options,
  });
  let count = 0;
  return {
    runtimes,
    folder,
    messages,
    describe: (files, more = {}) => {
      count += 1;
      const codeFolder = path.join(folder, `code-${count}`);
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(codeFolder, name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
      }
      return describeFunction(`function-${count}`, codeFolder, more);
    },
    invoke: async (launch, event = {}, more = {}) => {
      const requestId = randomUUID();
      const outcome = await runtimes.invoke(launch, {
        requestId,
        payload: Buffer.from(JSON.stringify(event)),
        invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${launch.functionName}`,
        caller: new AbortController(),
        ...more,
      });
      if (outcome.kind === 'not-run') throw new Error(`nothing ran: ${outcome.reason}`);
      const text = Buffer.from(outcome.payload).toString('utf8');
      return {
        kind: outcome.kind,
        value: text === '' ? undefined : (JSON.parse(text) as unknown),
        bytes: outcome.payload.length,
        requestId: more.requestId ?? requestId,
        log: Buffer.from(outcome.report.logTail()).toString('utf8'),
        report: outcome.report,
      };
    },
    [Symbol.asyncDispose]: async () => {
      await runtimes.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function describeFunction(
  name: string,
  codeFolder: string,
  more: Partial<LaunchDescription>,
): LaunchDescription {
  return {
    key: name,
    functionName: name,
    version: '$LATEST',
    accountId: '000000000000',
    region: 'us-east-1',
    runtime: `nodejs${process.versions.node.split('.')[0]}.x`,
    handler: 'index.handler',
    memoryMb: 128,
    timeoutSeconds: 10,
    ephemeralStorageMb: 512,
    variables: {},
    codeFolder,
    layerFolders: [],
    logGroup: `/aws/lambda/${name}`,
    logFormat: 'Text',
    endpointUrl: 'http://127.0.0.1:4566',
    ...more,
  };
}

/** Ids of live processes whose command line or variables name `text`; Linux only. */
export function processesNaming(text: string): number[] {
  const found: number[] = [];
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    try {
      const about =
        fs.readFileSync(`/proc/${name}/cmdline`, 'utf8') + fs.readFileSync(`/proc/${name}/environ`, 'utf8');
      if (about.includes(text)) found.push(Number(name));
    } catch {
      // Ended meanwhile, or another user's.
    }
  }
  return found;
}

/** Resolves once `isTrue` holds; the test's own time limit bounds the wait. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
