import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  GetFunctionCommand,
  InvokeCommand,
  type LambdaClient,
  ListFunctionsCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientsFor, createNodeFunction, invoke, zipOf, type Clients } from './clients.ts';
import { startProgram, temporaryFolder, type Program } from './program.ts';

const source = (text: string) => `export const handler = async () => ${JSON.stringify(text)};`;

/** Again where the program writes into what is being removed. */
function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
}

async function isHealthy({ ready }: Program): Promise<boolean> {
  return (await fetch(`${ready.url}/_lambdeck/health`)).ok;
}

/** The exception's name and status, or `done`. */
function outcomeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: Error & { $metadata?: { httpStatusCode?: number } }) =>
      `${error.name} ${error.$metadata?.httpStatusCode}`,
  );
}

describe('a hundred updates of one function at once', () => {
  it('with the same revision change it once; all others are told of a conflict', async () => {
    await using program = await startProgram();
    using clients = clientsFor(program.ready.url);
    await createNodeFunction(clients, 'wanted', source('one'));
    const { Configuration } = await clients.lambda.send(new GetFunctionCommand({ FunctionName: 'wanted' }));
    const RevisionId = Configuration?.RevisionId;
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_unused, n) =>
        outcomeOf(
          clients.lambda.send(
            new UpdateFunctionConfigurationCommand({
              FunctionName: 'wanted',
              Description: `by ${n}`,
              RevisionId,
            }),
          ),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    // While the change is applied, and afterwards.
    const conflicts = outcomes.filter((outcome) =>
      ['ResourceConflictException 409', 'PreconditionFailedException 412'].includes(outcome),
    );
    expect(conflicts).toHaveLength(99);
    const winner = outcomes.indexOf('done');
    const after = await clients.lambda.send(new GetFunctionCommand({ FunctionName: 'wanted' }));
    expect(after.Configuration?.Description).toBe(`by ${winner}`);
  });
});

describe('killed during a deploy', () => {
  it('the function has the old code or the new, whole, and is active', { timeout: 60_000 }, async () => {
    const root = await temporaryFolder();
    const folder = path.join(root, 'data');
    const padding = 'x'.repeat(3_000_000);
    let program = await startProgram({ folder });
    try {
      let clients = clientsFor(program.ready.url);
      await createNodeFunction(clients, 'deployed', source('version 0'));
      for (let round = 1; round <= 2; round += 1) {
        const deploying = deployUntilGone(clients, padding);
        await expect.poll(() => deploying.begun, { interval: 1, timeout: 10_000 }).toBeGreaterThan(2 * round);
        await program.end('SIGKILL');
        await deploying.over;
        clients[Symbol.dispose]();
        program = await startProgram({ folder });
        clients = clientsFor(program.ready.url);
        await waitUntilFunctionUpdatedV2(
          { client: clients.lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 },
          { FunctionName: 'deployed' },
        );
        const found = await clients.lambda.send(new GetFunctionCommand({ FunctionName: 'deployed' }));
        expect(found.Configuration).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
        const { payload } = await invoke(clients, 'deployed');
        // What was acknowledged, or the one that was under way.
        expect([`version ${deploying.acknowledged}`, `version ${deploying.begun}`]).toContain(payload);
        await clients.lambda.send(
          new UpdateFunctionCodeCommand({
            FunctionName: 'deployed',
            ZipFile: await zipOf({ 'index.mjs': source('version 0') }),
          }),
        );
        await waitUntilFunctionUpdatedV2(
          { client: clients.lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 },
          { FunctionName: 'deployed' },
        );
      }
      clients[Symbol.dispose]();
    } finally {
      await program.end();
      await remove(root);
    }
  });
});

interface Deploying {
  begun: number;
  acknowledged: number;
  over: Promise<void>;
}

function deployUntilGone({ lambda }: Clients, padding: string): Deploying {
  const deploying: Deploying = { begun: 0, acknowledged: 0, over: Promise.resolve() };
  deploying.over = (async () => {
    for (;;) {
      const ZipFile = await zipOf({ 'index.mjs': source(`version ${deploying.begun + 1}`), padding });
      deploying.begun += 1;
      const outcome = await outcomeOf(
        lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'deployed', ZipFile })),
      );
      if (outcome === 'done') deploying.acknowledged = deploying.begun;
      else if (outcome === 'ResourceConflictException 409') deploying.begun -= 1;
      else return;
    }
  })();
  return deploying;
}

describe('a disk that is full', () => {
  it(
    'refuses what needs room, goes on with the rest, and recovers',
    { timeout: 60_000 },
    async ({ skip }) => {
      const root = await temporaryFolder();
      const folder = path.join(root, 'disk', 'data');
      const wrapper = smallDisk(path.dirname(folder));
      if (!wrapper) return skip();
      try {
        const program = await startProgram({ folder, wrapper });
        using clients = clientsFor(program.ready.url);
        const s3 = new S3Client({
          endpoint: program.ready.url,
          region: 'us-east-1',
          credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
          forcePathStyle: true,
          maxAttempts: 1,
        });
        await createNodeFunction(clients, 'there', source('before'));
        expect((await invoke(clients, 'there')).payload).toBe('before');
        await s3.send(new CreateBucketCommand({ Bucket: 'filling' }));
        const put = (n: number) =>
          outcomeOf(
            s3.send(
              new PutObjectCommand({
                Bucket: 'filling',
                Key: String(n),
                Body: Buffer.alloc(2_000_000, n + 1),
              }),
            ),
          );
        const outcomes: string[] = [];
        do outcomes.push(await put(outcomes.length));
        while (outcomes.at(-1) === 'done' && outcomes.length < 50);
        expect(outcomes.length).toBeGreaterThan(2);
        expect(outcomes.at(-1)).toBe('InternalFailure 500');
        expect(program.errors()).toMatch(/ENOSPC|database or disk is full/);
        // Fill the last pages as well, so that the database has no room either.
        for (let n = 100; n < 130; n += 1)
          await outcomeOf(
            s3.send(
              new PutObjectCommand({ Bucket: 'filling', Key: String(n), Body: Buffer.alloc(100_000, n) }),
            ),
          );
        expect((await invoke(clients, 'there')).payload).toBe('before');
        expect(await outcomeOf(clients.lambda.send(new ListFunctionsCommand({})))).toBe('done');
        expect(await isHealthy(program)).toBe(true);
        for (let n = 0; n < 130; n += 1)
          await outcomeOf(s3.send(new DeleteObjectCommand({ Bucket: 'filling', Key: String(n) })));
        await createNodeFunction(clients, 'later', source('after'));
        expect((await invoke(clients, 'later')).payload).toBe('after');
        s3.destroy();
        expect((await program.abandon()).code).toBe(0);
      } finally {
        await remove(root);
      }
    },
  );
});

/** A way to start the program with a disk of its own at this place; undefined where there is none. */
function smallDisk(at: string): readonly string[] | undefined {
  const megabytes = 40;
  const command = ['bwrap', '--dev-bind', '/', '/', '--size', String(megabytes * 1_048_576), '--tmpfs', at];
  try {
    execFileSync('bwrap', [...command.slice(1), 'true'], { stdio: 'ignore' });
    return command;
  } catch {
    console.warn('Not run: a full disk, because bwrap cannot make a small one here.');
    return undefined;
  }
}

describe('a data folder that is removed', () => {
  it('fails requests, not the program, and the next start begins anew', { timeout: 60_000 }, async () => {
    const root = await temporaryFolder();
    const folder = path.join(root, 'data');
    const program = await startProgram({ folder });
    try {
      using clients = clientsFor(program.ready.url);
      await createNodeFunction(clients, 'there', source('before'));
      expect((await invoke(clients, 'there')).payload).toBe('before');
      await remove(folder);
      const zip = await zipOf({ 'index.mjs': source('after') });
      const outcomes = [
        await outcomeOf(clients.lambda.send(new ListFunctionsCommand({}))),
        await outcomeOf(clients.lambda.send(new InvokeCommand({ FunctionName: 'there' }))),
        await outcomeOf(
          clients.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'there', ZipFile: zip })),
        ),
        await outcomeOf(clients.lambda.send(new InvokeCommand({ FunctionName: 'there' }))),
      ];
      for (const outcome of outcomes) expect(outcome).toMatch(/^done$|^\w+ (4|5)\d\d$/);
      expect(await isHealthy(program)).toBe(true);
      expect((await program.end()).signal).toBe(null);
      await using again = await startProgram({ folder });
      using other = clientsFor(again.ready.url);
      expect((await other.lambda.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
      await createNodeFunction(other, 'there', source('anew'));
      expect((await invoke(other, 'there')).payload).toBe('anew');
      expect(existsSync(folder)).toBe(true);
    } finally {
      await program.end();
      await remove(root);
    }
  });
});

/** Adds to what `Date` says, a day forth or back with each signal. */
const jumpingClock = `data:text/javascript,${encodeURIComponent(`
  const now = Date.now.bind(Date);
  let shift = 0;
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(now() + shift); else super(...given); }
    static now() { return now() + shift; }
  };
  process.on('SIGUSR2', () => { shift = shift === 0 ? 86400000 : shift > 0 ? -86400000 : 0; });
`)}`;

describe('a clock that jumps', () => {
  it('neither ends nor stretches what runs', { timeout: 60_000 }, async ({ skip }) => {
    if (process.platform === 'win32') return skip();
    await using program = await startProgram({ preload: jumpingClock });
    using clients = clientsFor(program.ready.url);
    const slow =
      'export const handler = async ({ ms }) => { await new Promise((r) => setTimeout(r, ms)); return "ran"; };';
    await createNodeFunction(clients, 'slow', slow, { Timeout: 5 });
    const lambda: LambdaClient = clients.lambda;
    for (let jump = 0; jump < 3; jump += 1) {
      const running = lambda.send(
        new InvokeCommand({ FunctionName: 'slow', LogType: 'Tail', Payload: '{"ms":400}' }),
      );
      await expect.poll(() => busy(program), { interval: 10, timeout: 10_000 }).toBe(1);
      process.kill(program.pid, 'SIGUSR2');
      const answer = await running;
      expect(answer.Payload?.transformToString()).toBe('"ran"');
      const log = Buffer.from(answer.LogResult ?? '', 'base64').toString();
      const durationMs = Number(/\tDuration: ([\d.]+) ms/.exec(log)?.[1]);
      expect(durationMs, log).toBeGreaterThan(390);
      expect(durationMs, log).toBeLessThan(5000);
      // The next call, on whichever side of the jump.
      expect((await invoke(clients, 'slow', { ms: 0 })).payload).toBe('ran');
      await lambda.send(new InvokeCommand({ FunctionName: 'slow', InvocationType: 'Event', Payload: '{}' }));
      await lambda.send(
        new UpdateFunctionConfigurationCommand({ FunctionName: 'slow', Description: String(jump) }),
      );
      await waitUntilFunctionUpdatedV2(
        { client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 },
        { FunctionName: 'slow' },
      );
    }
    expect(await isHealthy(program)).toBe(true);
  });
});

async function busy({ ready }: Program): Promise<number> {
  const answer = await fetch(`${ready.url}/_lambdeck/health`);
  return ((await answer.json()) as { environments: { busy: number } }).environments.busy;
}
