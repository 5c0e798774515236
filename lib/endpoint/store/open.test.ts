import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Migration } from './migrations/migration.ts';
import { migrations as ownMigrations } from './migrations/index.ts';
import { openStore } from './open.ts';
import { StoreError } from './store-error.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lambdeck-open-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const first: Migration = {
  number: 1,
  name: 'test-things',
  sql: 'CREATE TABLE thing (id INTEGER PRIMARY KEY, blob TEXT) STRICT',
  blobColumns: [{ table: 'thing', column: 'blob' }],
};
const second: Migration = { number: 2, name: 'test-more', sql: 'ALTER TABLE thing ADD COLUMN note TEXT' };

async function refusal(work: Promise<unknown>): Promise<StoreError> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof StoreError)) throw new Error(`Expected a StoreError, got ${String(error)}`);
  return error;
}

test('a folder is created, closed, and opened again with its content and nothing to report', async () => {
  const store = await openStore(folder, { migrations: [first] });
  expect(store.isNew).toBe(true);
  expect(store.recovered).toEqual([]);
  const blob = await store.blobs.put(Buffer.from('x'));
  store.database.statement('INSERT INTO thing (id, blob) VALUES (1, :blob)').run({ blob });
  await store.close();
  await store.close();
  const again = await openStore(folder, { migrations: [first] });
  expect(again.isNew).toBe(false);
  expect(again.recovered).toEqual([]);
  expect(again.database.statement('SELECT blob FROM thing').get()).toEqual({ blob });
  expect(existsSync(again.blobs.pathOf(blob))).toBe(true);
  await again.close();
});

test('the steps of this program apply to an empty folder', async () => {
  const store = await openStore(folder);
  const applied = store.database.statement('SELECT count(*) AS n FROM store_migration').get();
  expect(applied).toEqual({ n: ownMigrations.length });
  await store.close();
});

describe('versions', () => {
  test('a newer program migrates the folder and an older one then refuses it', async () => {
    await (await openStore(folder, { migrations: [first] })).close();
    const store = await openStore(folder, { migrations: [first, second] });
    store.database.statement('INSERT INTO thing (id, note) VALUES (1, :note)').run({ note: 'n' });
    await store.close();
    const error = await refusal(openStore(folder, { migrations: [first] }));
    expect(error.kind).toBe('newer-version');
    expect(error.message).toContain(
      'written by a newer version of this program (it has the step 2 test-more)',
    );
    await (await openStore(folder, { migrations: [first, second] })).close();
  });

  test('a step with a smaller number that comes later is still applied', async () => {
    await (await openStore(folder, { migrations: [{ ...first, number: 10 }] })).close();
    const store = await openStore(folder, {
      migrations: [
        { ...first, number: 10 },
        { number: 2, name: 'test-late', sql: 'CREATE TABLE late (id INTEGER) STRICT' },
      ],
    });
    expect(store.database.statement('SELECT count(*) AS n FROM late').get()).toEqual({ n: 0 });
    await store.close();
  });

  test('a step whose text changed is refused', async () => {
    await (await openStore(folder, { migrations: [first] })).close();
    const error = await refusal(
      openStore(folder, { migrations: [{ ...first, sql: `${first.sql}, WITHOUT ROWID` }] }),
    );
    expect(error.kind).toBe('foreign-migration');
  });

  test('a newer folder layout is refused', async () => {
    const store = await openStore(folder, { migrations: [first] });
    store.database.statement('PRAGMA user_version = 99').all();
    await store.close();
    const error = await refusal(openStore(folder, { migrations: [first] }));
    expect(error.message).toContain('has version 99; this program knows versions up to 1');
  });

  test('a step that fails leaves the folder as it was', async () => {
    await (await openStore(folder, { migrations: [first] })).close();
    const broken: Migration = {
      number: 2,
      name: 'test-broken',
      sql: 'CREATE TABLE a (id INTEGER) STRICT; SELECT nonsense',
    };
    await expect(openStore(folder, { migrations: [first, broken] })).rejects.toThrow(/nonsense/);
    const store = await openStore(folder, { migrations: [first] });
    expect(() => store.database.statement('SELECT * FROM a').all()).toThrow(/no such table/);
    await store.close();
  });
});

describe('the lock', () => {
  test('a second program is refused with one sentence that names the first', async () => {
    const store = await openStore(folder, { migrations: [first] });
    const error = await refusal(openStore(folder, { migrations: [first] }));
    expect(error.kind).toBe('locked');
    expect(error.message).toMatch(
      new RegExp(
        `^The data folder .* is in use by process ${process.pid} \\(since .*\\)\\. Stop that program, or set LAMBDECK_DATA`,
      ),
    );
    await store.close();
    await (await openStore(folder, { migrations: [first] })).close();
  });

  test('traces of a killed run are reported once, and do not lock', async () => {
    await (await openStore(folder, { migrations: [first] })).close();
    const since = '2026-01-01T00:00:00.000Z';
    // Our own process number with another start time: the number was reused.
    writeFileSync(
      path.join(folder, 'owner.json'),
      JSON.stringify({ pid: process.pid, since, startTicks: '1' }),
    );
    await refusal(openStore(folder, { migrations: [] }));
    const store = await openStore(folder, { migrations: [first] });
    expect(store.recovered[0]).toMatch(/^The last run \(process \d+, since .*\) did not stop cleanly\.$/);
    await store.close();
    const again = await openStore(folder, { migrations: [first] });
    expect(again.recovered).toEqual([]);
    await again.close();
  });

  test('a folder that cannot be used is one sentence', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const error = await refusal(openStore(path.join(file, 'data')));
    expect(error.kind).toBe('not-usable');
    expect(error.message).toContain('cannot be used');
  });
});

/**
 * Each line the child prints was acknowledged: its row and its blob are on disk. The child also leaves an orphan and
 * a half-written file, as a kill between two steps does.
 */
const child = `
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openStore } from ${JSON.stringify(fileURLToPath(new URL('open.ts', import.meta.url)))};
const migrations = [${JSON.stringify(first)}];
const folder = process.argv[2];
const store = await openStore(folder, { migrations });
await store.blobs.put(Buffer.from('orphan'));
writeFileSync(path.join(folder, 'blobs/tmp/half'), 'x');
for (let id = 1; ; id += 1) {
  const blob = await store.blobs.put(Buffer.from('blob ' + id));
  store.database.transaction(() =>
    store.database.statement('INSERT INTO thing (id, blob) VALUES (:id, :blob)').run({ id, blob }));
  process.stdout.write(id + ' ' + blob + '\\n');
}
`;

test('after kill -9 everything acknowledged is there and the rest is cleaned up', async () => {
  const script = path.join(folder, 'child.mts');
  const data = path.join(folder, 'data');
  writeFileSync(script, child);
  const tsx = import.meta.resolve('tsx');
  const running = spawn(process.execPath, ['--import', tsx, script, data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(running, 'exit');
  let complaint = '';
  running.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const acknowledged: { id: number; blob: string }[] = [];
  for await (const line of createInterface({ input: running.stdout })) {
    const [id, blob] = line.split(' ');
    acknowledged.push({ id: Number(id), blob: blob ?? '' });
    if (acknowledged.length === 1) {
      const error = await refusal(openStore(data, { migrations: [first] }));
      expect(error.message).toContain(`process ${running.pid}`);
    }
    if (acknowledged.length === 100) running.kill('SIGKILL');
  }
  expect(complaint).toBe('');
  expect(await exited).toEqual([null, 'SIGKILL']);

  const store = await openStore(data, { migrations: [first] });
  expect(store.recovered).toContain('Removed 1 half-written file(s).');
  expect(store.recovered.join(' ')).toContain(`The last run (process ${running.pid}`);
  expect(store.recovered.join(' ')).toMatch(/Removed [12] stored file\(s\) that nothing refers to/);
  for (const { id, blob } of acknowledged) {
    expect(store.database.statement('SELECT blob FROM thing WHERE id = :id').get({ id })).toEqual({ blob });
    expect(readFileSync(store.blobs.pathOf(blob), 'utf8')).toBe(`blob ${id}`);
  }
  await store.close();
});
