import {
  DescribeDBProxyTargetsCommand,
  ModifyDBProxyTargetGroupCommand,
  AddTagsToResourceCommand,
} from '@aws-sdk/client-rds';
import { UpdateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { expect, test, vi } from 'vitest';
import { int32, message, cString } from '../framing.ts';
import { MessageReader } from '../reader.ts';
import net from 'node:net';
import { connect, openRds } from './harness.ts';
import { startFakePostgres, type FakePostgres } from './fake-postgres.ts';

async function openBoth(options: Parameters<typeof startFakePostgres>[0] = {}) {
  const database = await startFakePostgres(options);
  const own = await openRds();
  return {
    ...own,
    database,
    async [Symbol.asyncDispose]() {
      await own[Symbol.asyncDispose]();
      await database.close();
    },
  };
}

const askedOf = ({ asked }: FakePostgres) => asked.filter((text) => !text.endsWith('SHOW max_connections'));
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

test('clients share a connection in turns, cleaned between them', async () => {
  await using own = await openBoth();
  const port = await own.before(own.database.port);
  const [one, two] = [await connect(port), await connect(port)];
  expect(one.statuses.get('server_version')).toBe('15.0');
  expect(await one.query('SELECT 1')).toEqual(['1']);
  expect(await one.query('SELECT 2')).toEqual(['1']);
  expect(await two.query('SELECT 3')).toEqual(['1']);
  expect(own.database.started).toHaveLength(1);
  expect(own.database.started[0]).toEqual({ user: 'app', database: 'shop' });
  const selects = askedOf(own.database).filter((text) => !text.includes('DISCARD'));
  expect(selects).toEqual(['1: SELECT 1', '1: SELECT 2', '1: SELECT 3']);
  // Before another client's turn, and not between two of the same one's.
  const all = askedOf(own.database);
  expect(all[all.indexOf('1: SELECT 3') - 1]).toBe('1: DISCARD ALL');
  expect(all[all.indexOf('1: SELECT 2') - 1]).toBe('1: SELECT 1');
  one.close();
  two.close();
});

test('an open transaction keeps its connection, and so does a session that has state', async () => {
  await using own = await openBoth();
  const port = await own.before(own.database.port);
  const [one, two, three] = [await connect(port), await connect(port), await connect(port)];
  expect(await one.query('BEGIN')).toEqual(['1']);
  expect(await two.query('SELECT 1')).toEqual(['2']);
  expect(await one.query('COMMIT')).toEqual(['1']);
  const [mine] = await two.query("SET search_path = 'x'");
  const others = new Set<string | undefined>();
  for (let turn = 0; turn < 3; turn += 1)
    others.add((await one.query('SELECT 1'))[0]).add((await three.query('UPDATE t SET a = 1'))[0]);
  expect(others.has(mine)).toBe(false);
  expect(await two.query('SELECT 1')).toEqual([mine]);
  // With its end the connection is everybody's again: whoever takes all that there are meets it.
  two.close();
  const more = await Promise.all([1, 2, 3, 4].map(() => connect(port)));
  await vi.waitFor(async () => {
    const met: (string | undefined)[] = [];
    for (const client of more) met.push(...(await client.query('BEGIN')));
    for (const client of more) await client.query('COMMIT');
    expect(met).toContain(mine);
  });
  expect(own.database.asked).toContain(`${mine}: DISCARD ALL`);
  for (const client of more) client.close();
  one.close();
  three.close();
});

test('a connection in the middle of a transaction goes with its client', async () => {
  await using own = await openBoth();
  const port = await own.before(own.database.port);
  const one = await connect(port);
  await one.query('BEGIN');
  one.socket.destroy();
  await vi.waitFor(() => expect(own.database.open()).toBe(0));
  const two = await connect(port);
  expect(await two.query('SELECT 1')).toEqual(['2']);
  two.close();
});

test('unnamed statements are shared, named ones pin, and what comes together is answered together', async () => {
  await using own = await openBoth();
  const port = await own.before(own.database.port);
  const [one, two] = [await connect(port), await connect(port)];
  const round = (name: string, text: string) => [
    message('P', cString(name), cString(text), Buffer.alloc(2)),
    message('B', cString(''), cString(name), Buffer.alloc(6)),
    message('E', cString(''), int32(0)),
    message('S'),
  ];
  const reader = new MessageReader(one.socket);
  const answers = async (count: number) => {
    let types = '';
    while (types.split('Z').length <= count) types += (await reader.message()).type;
    return types;
  };
  one.socket.write(Buffer.concat([...round('', 'SELECT 1'), ...round('', 'SELECT 2')]));
  expect(await answers(2)).toBe('12DCZ12DCZ');
  expect(await two.query('SELECT 3')).toEqual(['1']);
  // Byte by byte, too.
  for (const byte of Buffer.concat(round('kept', 'SELECT 4'))) one.socket.write(Buffer.from([byte]));
  expect(await answers(1)).toBe('12DCZ');
  expect(await two.query('SELECT 5')).toEqual(['2']);
  reader.release();
  one.close();
  two.close();
});

test('there are no more connections than allowed, and who waits too long is told', async () => {
  await using own = await openBoth({ max: 4 });
  const port = await own.before(own.database.port);
  await own.rds.send(
    new ModifyDBProxyTargetGroupCommand({
      DBProxyName: 'front',
      TargetGroupName: 'default',
      ConnectionPoolConfig: {
        MaxConnectionsPercent: 50,
        MaxIdleConnectionsPercent: 50,
        ConnectionBorrowTimeout: 10,
      },
    }),
  );
  const clients = await Promise.all([connect(port), connect(port), connect(port)]);
  const [one, two, three] = clients;
  await one?.query('BEGIN');
  await two?.query('BEGIN');
  expect(own.database.started).toHaveLength(2);
  const waits = three?.query('SELECT 1');
  await one?.query('COMMIT');
  expect(await waits).toHaveLength(1);
  await one?.query('BEGIN');
  const late = failureOf(three?.query('SELECT 1') ?? Promise.resolve());
  const before = own.clock.pending();
  await vi.waitFor(() => expect(own.clock.pending()).toBeGreaterThanOrEqual(before));
  await vi.waitFor(async () => {
    own.clock.advance(10_000);
    expect(await Promise.race([late, Promise.resolve('waits')])).toBe(
      'Timed-out waiting to acquire database connection',
    );
  });
  expect(own.database.started).toHaveLength(2);
  for (const client of clients) client.close();
});

test('startup parameters and the first query belong to the connection', async () => {
  await using own = await openBoth();
  const port = await own.before(own.database.port);
  await own.rds.send(
    new ModifyDBProxyTargetGroupCommand({
      DBProxyName: 'front',
      TargetGroupName: 'default',
      ConnectionPoolConfig: { InitQuery: 'SET x = 1' },
    }),
  );
  const one = await connect(port, { parameters: { application_name: 'a' } });
  const two = await connect(port, { parameters: { application_name: 'b' } });
  expect([await one.query('SELECT 1'), await two.query('SELECT 1')]).toEqual([['1'], ['2']]);
  expect(own.database.started).toMatchObject([{ application_name: 'a' }, { application_name: 'b' }]);
  expect(own.database.asked.filter((text) => text.endsWith('SET x = 1'))).toEqual([
    '1: SET x = 1',
    '2: SET x = 1',
  ]);
  one.close();
  two.close();
});

test('only who knows the secret is let in, and the secret counts as it is now', async () => {
  await using own = await openBoth({ login: 'md5' });
  const port = await own.before(own.database.port);
  expect(await failureOf(connect(port, { password: 'wrong' }))).toBe(
    'The password that was provided for the role app is wrong.',
  );
  expect(await failureOf(connect(port, { username: 'other' }))).toBe(
    'This RDS proxy has no credentials for the role other. Check the credentials for this role and try again.',
  );
  expect(own.database.started).toHaveLength(0);
  (await connect(port)).close();
  const SecretString = JSON.stringify({ username: 'app', password: 'changed' });
  await own.secrets.send(new UpdateSecretCommand({ SecretId: 'db', SecretString }));
  expect(await failureOf(connect(port))).toContain('is wrong');
  // The proxy lets it in, and the database does not know it.
  expect(await failureOf(connect(port, { password: 'changed' }))).toContain('password authentication failed');
});

test('health is the database’s own', async () => {
  await using own = await openBoth({ login: 'cleartext' });
  await own.before(own.database.port);
  const health = async () => {
    own.clock.advance(5000);
    const { Targets } = await own.rds.send(new DescribeDBProxyTargetsCommand({ DBProxyName: 'front' }));
    return Targets?.[0]?.TargetHealth;
  };
  expect(await health()).toEqual({ State: 'AVAILABLE' });
  await own.secrets.send(
    new UpdateSecretCommand({
      SecretId: 'db',
      SecretString: JSON.stringify({ username: 'app', password: 'x' }),
    }),
  );
  expect(await health()).toMatchObject({ State: 'UNAVAILABLE', Reason: 'AUTH_FAILURE' });
  await own.secrets.send(new UpdateSecretCommand({ SecretId: 'db', SecretString: 'no JSON' }));
  expect((await health())?.Description).toContain('does not hold JSON');
  await own.database.close();
  await own.secrets.send(
    new UpdateSecretCommand({
      SecretId: 'db',
      SecretString: JSON.stringify({ username: 'app', password: 'secret' }),
    }),
  );
  expect(await health()).toMatchObject({ State: 'UNAVAILABLE', Reason: 'UNREACHABLE' });
});

test('an idle client is sent away, and a database that moves is followed', async () => {
  await using own = await openBoth();
  const other = await startFakePostgres();
  const port = await own.before(own.database.port, { IdleClientTimeout: 60 });
  const one = await connect(port);
  await one.query('SELECT 1');
  own.clock.advance(59_000);
  await one.query('SELECT 1');
  own.clock.advance(59_000);
  await one.query('SELECT 1');
  own.clock.advance(61_000);
  expect(await failureOf(one.query('SELECT 1'))).not.toBe('no failure');
  await own.rds.send(
    new AddTagsToResourceCommand({
      ResourceName: 'arn:aws:rds:us-east-1:000000000000:db:main',
      Tags: [{ Key: 'lambdeck:address', Value: `127.0.0.1:${other.port}` }],
    }),
  );
  const two = await connect(port);
  await two.query('SELECT 1');
  expect(other.asked).toContain('1: SELECT 1');
  two.close();
  await other.close();
});

test('a request to cancel reaches the connection of that client alone', async () => {
  await using own = await openBoth();
  const port = await own.before(own.database.port);
  const one = await connect(port);
  await one.query('BEGIN');
  const cancel = (secretKey: number) =>
    net
      .connect(port, '127.0.0.1')
      .end(Buffer.concat([int32(16), int32(80_877_102), int32(one.processId), int32(secretKey)]));
  cancel(one.secretKey + 1);
  cancel(one.secretKey);
  await vi.waitFor(() => expect(own.database.cancelled).toEqual([1]));
  one.close();
});

test('bytes that are no protocol end the connection and nothing else', async () => {
  await using own = await openBoth();
  const port = await own.before(own.database.port);
  for (const text of [
    'GET / HTTP/1.1\r\n\r\n',
    '\0\0\0\x08\0\0\0\0',
    '\xff\xff\xff\xff',
    '\0\0\0\x08\x04\xd2\x16\x2fX',
  ]) {
    const socket = net.connect(port, '127.0.0.1');
    socket.write(Buffer.from(text, 'latin1'));
    await new Promise((resolve) => socket.on('error', resolve).on('close', resolve).resume());
  }
  const one = await connect(port);
  expect(await one.query('SELECT 1')).toEqual(['1']);
  one.socket.write(message('Q', Buffer.alloc(0)).fill(0xff, 1, 5));
  await new Promise((resolve) => one.socket.on('close', resolve).resume());
  const two = await connect(port);
  expect(await two.query('SELECT 1')).toHaveLength(1);
  two.close();
});
