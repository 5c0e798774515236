import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { existsSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientsFor, createNodeFunction, invoke } from './clients.ts';
import { openSqlite } from '../store/sqlite.ts';
import { processesOf } from './processes.ts';
import { startProgram, startRefused, temporaryFolder } from './program.ts';

const quick = 'export const handler = async () => process.pid;';

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe.each(['SIGTERM', 'SIGINT', 'abandon'] as const)('a stop by %s', (how) => {
  it('ends idle and busy environments and leaves no process, port or temporary folder', async () => {
    const program = await startProgram();
    try {
      using clients = clientsFor(program.ready.url);
      await createNodeFunction(clients, 'quick', quick);
      await createNodeFunction(
        clients,
        'endless',
        'export const handler = () => new Promise((resolve) => setTimeout(resolve, 60000));',
        { Timeout: 60 },
      );
      await invoke(clients, 'quick');
      // It is cut off by the stop: whatever error the client sees is right.
      const cutOff = invoke(clients, 'endless').catch((error: unknown) => error);
      const health = async () =>
        (await (await fetch(`${program.ready.url}/_lambdeck/health`)).json()) as {
          environments: { busy: number };
        };
      await expect.poll(async () => (await health()).environments.busy, { timeout: 5000 }).toBe(1);
      const started = performance.now();
      const { code } = how === 'abandon' ? await program.abandon() : await program.end(how);
      expect(code, program.errors()).toBe(0);
      expect(performance.now() - started).toBeLessThan(5000);
      expect(await cutOff).toBeInstanceOf(Error);
      expect(await isListening(program.ready.port)).toBe(false);
      const run = path.join(program.folder, 'run');
      expect(existsSync(run) ? readdirSync(run) : []).toEqual([]);
      if (process.platform === 'linux') expect(processesOf(program.folder)).toEqual([]);
      else console.warn('Not run: the search for processes left behind, because it reads /proc.');
    } finally {
      await program[Symbol.asyncDispose]();
    }
  });
});

it.skipIf(process.platform !== 'linux')('a kill takes the functions with it', async () => {
  const root = await temporaryFolder();
  const program = await startProgram({ folder: path.join(root, 'data') });
  using clients = clientsFor(program.ready.url);
  await createNodeFunction(clients, 'quick', quick);
  await invoke(clients, 'quick');
  expect(processesOf(program.folder)).not.toEqual([]);
  await program.end('SIGKILL');
  await expect.poll(() => processesOf(program.folder), { timeout: 5000 }).toEqual([]);
  const next = await startProgram({ folder: program.folder });
  expect(next.ready.recovered[0]).toContain('did not stop cleanly');
  // What the killed run left in its temporary folder is gone; only this run's own may be there.
  const run = path.join(program.folder, 'run');
  expect(existsSync(run) ? readdirSync(run).length : 0).toBeLessThanOrEqual(1);
  await next.end();
  await rm(root, { recursive: true, force: true });
});

describe('a start that cannot be', () => {
  const oneLine = (text: string) => expect.stringMatching(new RegExp(`^[^\\n]*${text}[^\\n]*\\n$`));

  it('on a folder in use is refused, and the first program goes on', async () => {
    await using program = await startProgram();
    expect(await startRefused(program.folder)).toEqual({
      code: 1,
      errors: oneLine(`in use by process ${program.pid}`),
    });
    using clients = clientsFor(program.ready.url);
    expect((await clients.lambda.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
  });

  it('on a taken port, with a bad setting or with unusable data is one line and exit code 1', async () => {
    const folder = await temporaryFolder();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const port = String((taken.address() as AddressInfo).port);
    expect(await startRefused(folder, { LAMBDECK_ENDPOINT_PORT: port })).toEqual({
      code: 1,
      errors: oneLine(`Port ${port} .*LAMBDECK_ENDPOINT_PORT`),
    });
    await new Promise((resolve) => taken.close(resolve));
    expect(await startRefused(folder, { LAMBDECK_ENDPOINT_PORT: 'x' })).toEqual({
      code: 1,
      errors: oneLine('LAMBDECK_ENDPOINT_PORT=x'),
    });
    expect(await startRefused(folder, { LAMBDECK_ENDPOINT_HOST: '203.0.113.7' })).toEqual({
      code: 1,
      errors: oneLine('203.0.113.7'),
    });
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    expect(await startRefused(path.join(file, 'data'))).toEqual({
      code: 1,
      errors: oneLine('LAMBDECK_DATA'),
    });
    await rm(folder, { recursive: true });
  });

  it('on a folder of a newer version is refused', async () => {
    await using program = await startProgram();
    await program.end();
    const database = openSqlite(path.join(program.folder, 'lambdeck.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(await startRefused(program.folder)).toEqual({ code: 1, errors: oneLine('version 99') });
  });
});
