import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DescribeDBProxyTargetsCommand, RegisterDBProxyTargetsCommand } from '@aws-sdk/client-rds';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openRds } from './harness.ts';

const run = promisify(execFile);

/** Where Debian, Homebrew and others put a PostgreSQL that a machine may have. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => `${debian}/${version}/bin`) : [];
  const folders = [...versions, ...(process.env.PATH ?? '').split(path.delimiter)];
  return folders.find((folder) =>
    ['initdb', 'postgres', 'psql'].every((name) => existsSync(path.join(folder, name))),
  );
}

const programs = process.platform === 'win32' ? undefined : findPrograms();
/** PostgreSQL refuses to run as root; any other user will do. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address && typeof address === 'object' ? address.port : 0;
}

describe.skipIf(programs === undefined)('before a real PostgreSQL, with its own client', () => {
  const bin = (name: string) => path.join(programs ?? '', name);
  let folder = '';
  let port = 0;
  let server: ChildProcess | undefined;

  const psql = async (at: number, sql: string | string[], more: NodeJS.ProcessEnv = {}) => {
    const statements = [sql].flat().flatMap((text) => ['-c', text]);
    const options = [
      '-X',
      '-q',
      '-t',
      '-A',
      '-h',
      '127.0.0.1',
      '-p',
      String(at),
      '-U',
      'app',
      '-d',
      'postgres',
    ];
    const env = { ...process.env, PGPASSWORD: 'secret', PGCONNECT_TIMEOUT: '10', ...more };
    const { stdout } = await run(bin('psql'), [...options, ...statements], { env });
    return stdout.trim();
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lambdeck-postgres-'));
    await writeFile(path.join(folder, 'password'), 'secret');
    if (user.uid !== undefined)
      for (const name of ['', 'password']) chownSync(path.join(folder, name), user.uid, user.gid);
    const data = path.join(folder, 'data');
    const login = ['-U', 'app', `--pwfile=${path.join(folder, 'password')}`, '-A', 'scram-sha-256'];
    await run(bin('initdb'), ['-D', data, '-N', ...login], { ...user, cwd: folder });
    port = await freePort();
    const settings = [
      '-c',
      `unix_socket_directories=${folder}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
    ];
    server = spawn(bin('postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    });
    await vi.waitFor(() => psql(port, 'SELECT 1'), { timeout: 60_000, interval: 200 });
  }, 120_000);

  afterAll(async () => {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGINT');
    if (server) await ended;
    await rm(folder, { recursive: true, force: true });
  });

  test('psql signs in by SCRAM and by MD5, with and without TLS, and is answered', async () => {
    await using own = await openRds();
    const SecretArn = await own.secret('app', 'secret');
    const scram = await own.proxy({ SecretArn });
    const md5 = await own.proxy({
      DBProxyName: 'older',
      SecretArn,
      Auth: [{ SecretArn, ClientPasswordAuthType: 'POSTGRES_MD5' }],
    });
    await own.register(port);
    await own.rds.send(
      new RegisterDBProxyTargetsCommand({ DBProxyName: 'older', DBInstanceIdentifiers: ['main'] }),
    );
    for (const [at, mode] of [
      [scram, 'disable'],
      [scram, 'require'],
      [md5, 'require'],
    ] as const)
      expect(await psql(at, 'SELECT 6 * 7', { PGSSLMODE: mode })).toBe('42');
    await expect(psql(scram, 'SELECT 1', { PGPASSWORD: 'wrong' })).rejects.toThrow('is wrong');
    const { Targets } = await own.rds.send(new DescribeDBProxyTargetsCommand({ DBProxyName: 'front' }));
    expect(Targets?.[0]?.TargetHealth).toEqual({ State: 'AVAILABLE' });
  });

  test('clients share connections and see nothing of each other', async () => {
    await using own = await openRds();
    const front = await own.before(port);
    const pid = 'SELECT pg_backend_pid()';
    const first = await psql(front, ["SET application_name = 'mine'", 'SHOW application_name', pid]);
    expect(first.split('\n')[0]).toBe('mine');
    const second = await psql(front, ['SHOW application_name', pid]);
    expect(second.split('\n')).toEqual(['psql', first.split('\n')[1]]);
    const rows = await psql(front, [
      'BEGIN',
      'CREATE TABLE t (a int)',
      'INSERT INTO t SELECT generate_series(1, 20000)',
      'COMMIT',
      'COPY t TO STDOUT',
    ]);
    expect(rows.split('\n')).toHaveLength(20_000);
    expect(await psql(front, ['SELECT count(*) FROM t'])).toBe('20000');
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, at) => psql(front, [`SELECT ${at}`, 'SELECT pg_sleep(0.01)'])),
    );
    expect(many.map(Number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
