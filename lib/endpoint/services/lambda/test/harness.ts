import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type { Operation, RequestContext } from '../../service.ts';
import type {
  InvocationOutcome,
  InvocationRequest,
  LaunchDescription,
  ProvisionOutcome,
  Runtimes,
} from '../../../runtimes/launch.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import type { Store } from '../../../store/database.ts';
import { ServiceError } from '../../../errors.ts';
import { createManualClock, type ManualClock } from '../../manual-clock.ts';
import { createLambdaService, type LambdaDependencies } from '../index.ts';
import type { CodeArchives } from '../parts.ts';

export const roleArn = 'arn:aws:iam::000000000000:role/service-role/test';
export const zip = (text = 'code'): Uint8Array => Buffer.from(`PK ${text}`);

export const context: RequestContext = {
  accountId: '000000000000',
  region: 'eu-west-1',
  requestId: '00000000-0000-4000-8000-000000000000',
  headers: {},
  baseUrl: 'http://localhost:4566',
  signal: new AbortController().signal,
};

export const report = {
  startedMs: Date.parse('2026-02-03T04:05:06.789Z'),
  durationMs: 1,
  billedDurationMs: 1,
  maxMemoryUsedMb: 1,
  logStream: 's',
  logTail: () => Buffer.from('END'),
};

/** Runtimes that run nothing: each test says what a call gives. The real ones have tests of their own. */
function createScriptedRuntimes() {
  const calls: { launch: LaunchDescription; request: InvocationRequest }[] = [];
  const retired: string[] = [];
  const provisioned = new Map<string, number>();
  const script = {
    calls,
    retired,
    provision: (_launch: LaunchDescription): Promise<ProvisionOutcome> => Promise.resolve({ kind: 'ready' }),
    answer: (_request: InvocationRequest): InvocationOutcome | Promise<InvocationOutcome> => ({
      kind: 'success',
      payload: Buffer.from('"done"'),
      report,
    }),
  };
  const runtimes: Runtimes = {
    isolation: 'portable',
    found: [{ identifiers: ['nodejs24.x'], version: 'Node.js', path: '/node' }],
    async invoke(launch, request) {
      calls.push({ launch, request });
      return script.answer(request);
    },
    provision(launch, count) {
      provisioned.set(launch.key, count);
      return script.provision(launch);
    },
    provisioned: (key) => provisioned.get(key) ?? 0,
    retire: (prefix) => void retired.push(prefix),
    counts: () => ({ environments: 0, busy: 0, starting: 0 }),
    close: () => Promise.resolve(),
  };
  return { runtimes, script };
}

/** Archives that begin with `PK` are sound; unpacking is remembered, not done. */
export function createFakeArchives() {
  const forgotten: string[] = [];
  const archives: CodeArchives = {
    inspect(bytes) {
      const text = Buffer.from(bytes).toString();
      if (!text.startsWith('PK')) return Promise.resolve({ kind: 'broken' });
      return Promise.resolve(
        text.includes('huge') ? { kind: 'too-large' } : { kind: 'sound', unpackedBytes: bytes.length },
      );
    },
    folderFor: (blob) => Promise.resolve(`/unpacked/${blob}`),
    forget: (blob) => {
      forgotten.push(blob);
      return Promise.resolve();
    },
  };
  return { archives, forgotten };
}

export async function openLambda(
  overrides: Partial<LambdaDependencies> & { store?: Store; manualClock?: ManualClock } = {},
) {
  const clock = overrides.manualClock ?? createManualClock();
  const own = overrides.store ? undefined : await openTemporaryStore({ now: clock.now });
  const store = overrides.store ?? own;
  if (!store) throw new Error('no store');
  const { runtimes, script } = createScriptedRuntimes();
  const { archives, forgotten } = createFakeArchives();
  const logged: { fields: object; message: string }[] = [];
  const log = (fields: object, message: string): void => void logged.push({ fields, message });
  const service = createLambdaService({
    store,
    runtimes,
    archives,
    clock,
    logger: { info: log, warn: log, error: log },
    endpointUrl: 'http://localhost:4566',
    ...overrides,
  });

  /** Calls an operation as the wire does. */
  async function call(
    name: string,
    input: object,
    place: Partial<RequestContext> = {},
  ): Promise<Record<string, unknown>> {
    const operation = service.operations[name];
    if (!operation) throw new Error(`${name} is not served`);
    const given = { ...context, requestId: randomUUID(), ...place };
    return (await (operation as Operation<object>)(input, given)) as Record<string, unknown>;
  }

  return {
    service,
    store,
    clock,
    script,
    forgotten,
    logged,
    call,
    create: (input: object = {}) =>
      call('CreateFunction', {
        FunctionName: 'fn',
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: roleArn,
        Code: { ZipFile: zip() },
        ...input,
      }),
    configuration: (name = 'fn') => call('GetFunctionConfiguration', { FunctionName: name }),
    async [Symbol.asyncDispose]() {
      await service.close?.();
      await own?.[Symbol.asyncDispose]();
    },
  };
}

export type TestLambda = Awaited<ReturnType<typeof openLambda>>;

/** Lets what has fallen due run until the condition holds; the bound is for a machine that is very busy. */
export async function settle(lambda: TestLambda, isDone: () => Promise<boolean>): Promise<void> {
  lambda.clock.advance(1000);
  await vi.waitUntil(isDone, { timeout: 15_000, interval: 1 });
}

/** Waits until the function is neither pending nor being updated. */
export async function ready(lambda: TestLambda, name = 'fn'): Promise<void> {
  await settle(lambda, async () => {
    const { State, LastUpdateStatus } = await lambda.configuration(name);
    return State !== 'Pending' && LastUpdateStatus !== 'InProgress';
  });
}

/** The refusal of a call: `Code status: message`. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof ServiceError)) throw new Error(`Expected a ServiceError, got ${String(error)}`);
  return `${error.code} ${error.status}: ${error.message}`;
}
