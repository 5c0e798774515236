import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InvariantError } from '../../shared/invariant.ts';
import { openSqlite, parameterNames } from './sqlite.ts';

let folder: string;
let database: ReturnType<typeof openSqlite>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lambdeck-sqlite-'));
  database = openSqlite(path.join(folder, 'test.db'));
  database.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, value ANY, bytes BLOB) STRICT');
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const insert = 'INSERT INTO t (id, value, bytes) VALUES (:id, :value, :bytes)';
const select = 'SELECT id, value, bytes FROM t WHERE id = :id';
const count = () => database.statement('SELECT count(*) AS n FROM t').get()?.['n'];

describe('values', () => {
  test('come back as they went in, from get and from all', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    database.statement(insert).run({ id: 1, value: 1.5, bytes });
    database.statement(insert).run({ id: 2, value: 9_007_199_254_740_993n, bytes: null });
    database.statement(insert).run({ id: 3, value: 7, bytes: null });
    const row = database.statement(select).get({ id: 1 });
    expect(row && Object.keys(row)).toEqual(['id', 'value', 'bytes']);
    expect(row?.['value']).toBe(1.5);
    expect(new Uint8Array(row?.['bytes'] as Uint8Array)).toEqual(bytes);
    expect(database.statement(select).all({ id: 1 })[0]?.['bytes']).toEqual(bytes);
    expect(database.statement(select).get({ id: 2 })?.['value']).toBe(9_007_199_254_740_993n);
    expect(database.statement(select).get({ id: 3 })?.['value']).toBe(7);
    expect(database.statement(select).get({ id: 4 })).toBeUndefined();
  });

  test('that are whole numbers stay integers in untyped places', () => {
    expect(database.statement('SELECT typeof(:n) AS t').get({ n: 3 })?.['t']).toBe('integer');
    expect(database.statement('SELECT typeof(:n) AS t').get({ n: 3.5 })?.['t']).toBe('real');
  });
});

test('rows that go in together keep their values, and are refused when one is missing', () => {
  const rows = database.statement('INSERT INTO t (id, value) VALUES (?, ?), (?, ?)');
  expect(rows.runRows([1, 'a?:b', 2, 2.5])).toEqual({ changes: 2 });
  expect(database.statement('SELECT id, value, typeof(value) AS kind FROM t ORDER BY id').all()).toEqual([
    { id: 1, value: 'a?:b', kind: 'text' },
    { id: 2, value: 2.5, kind: 'real' },
  ]);
  expect(() => rows.runRows([3, 3, 4])).toThrow(/takes 4 parameters, not 3/);
  expect(() => database.statement(insert).runRows([])).toThrow(InvariantError);
  expect(count()).toBe(2);
});

describe('a statement used again', () => {
  const add = 'INSERT INTO t (id, value) VALUES (:id, :id) RETURNING id';

  test('answers for its new parameters, whatever was called before', () => {
    for (const id of [1, 2, 3]) database.statement(add).get({ id });
    const read = database.statement('SELECT value FROM t WHERE id = :id');
    expect(read.all({ id: 1 })).toEqual([{ value: 1 }]);
    expect(read.get({ id: 2 })).toEqual({ value: 2 });
    expect(read.all({ id: 3 })).toEqual([{ value: 3 }]);
    expect(read.get({ id: 4 })).toBeUndefined();
  });

  test('works after a failure', () => {
    const statement = database.statement(add);
    expect(statement.get({ id: 1 })).toEqual({ id: 1 });
    expect(() => statement.get({ id: 1 })).toThrow(/UNIQUE/);
    expect(statement.get({ id: 2 })).toEqual({ id: 2 });
    expect(() => statement.all({ id: 2 })).toThrow(/UNIQUE/);
    expect(statement.all({ id: 3 })).toEqual([{ id: 3 }]);
    expect(() => statement.run({ id: 3 })).toThrow(/UNIQUE/);
    statement.run({ id: 4 });
    expect(count()).toBe(4);
  });
});

describe('parameters', () => {
  test('that are missing or surplus are our mistake', () => {
    expect(() => database.statement(select).get({})).toThrow(InvariantError);
    expect(() => database.statement(select).get({ id: 1, other: 2 })).toThrow(/no parameter :other/);
    expect(() => database.statement(insert).run({ id: 1, value: 2 })).toThrow(/missing: bytes/);
  });

  test('are not looked for in quotes and comments', () => {
    expect([...parameterNames(`SELECT ':a', ":b", :c -- :d\n/* :e */ , :c, :f_1`)]).toEqual(['c', 'f_1']);
  });
});

describe('a transaction', () => {
  const add = (id: number) => database.statement(insert).run({ id, value: null, bytes: null });

  test('is all or nothing', () => {
    expect(() =>
      database.transaction(() => {
        add(1);
        add(1);
      }),
    ).toThrow(/UNIQUE/);
    expect(count()).toBe(0);
    expect(database.transaction(() => add(1).changes)).toBe(1);
    expect(count()).toBe(1);
  });

  test('takes inner calls in, and does not commit when one of them failed', () => {
    database.transaction(() => database.transaction(() => add(1)));
    expect(count()).toBe(1);
    expect(() =>
      database.transaction(() => {
        try {
          database.transaction(() => {
            add(2);
            throw new Error('inner');
          });
        } catch {
          add(3);
        }
      }),
    ).toThrow(/inner transaction failed/);
    expect(count()).toBe(1);
  });

  test('refuses asynchronous work', () => {
    expect(() => database.transaction(() => Promise.resolve(add(1)))).toThrow(InvariantError);
    expect(count()).toBe(0);
  });
});

test('every commit is synced and readers do not wait', () => {
  expect(database.statement('PRAGMA synchronous').get()?.['synchronous']).toBe(2);
  expect(database.statement('PRAGMA journal_mode').get()?.['journal_mode']).toBe('wal');
  const reader = openSqlite(path.join(folder, 'test.db'), { isReadOnly: true });
  expect(reader.statement('SELECT count(*) AS n FROM t').get()?.['n']).toBe(0);
  expect(() => reader.exec('DELETE FROM t')).toThrow(/readonly|read-only|attempt to write/i);
  reader.close();
});
