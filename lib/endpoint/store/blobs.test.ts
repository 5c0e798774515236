import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InvariantError } from '../../shared/invariant.ts';
import { openBlobs } from './blobs.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lambdeck-blobs-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a blob is named by its content, kept once, and can be deleted', async () => {
  const blobs = await openBlobs(folder);
  const bytes = Buffer.from('hello');
  const [first, second] = await Promise.all([blobs.put(bytes), blobs.put(bytes)]);
  expect(first).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(second).toBe(first);
  expect(Buffer.from(await blobs.read(first)).toString()).toBe('hello');
  expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  await blobs.delete(first);
  await blobs.delete(first);
  expect(existsSync(blobs.pathOf(first))).toBe(false);
  await expect(blobs.read(first)).rejects.toThrow(InvariantError);
});

test('a put beside a delete of the same content ends with the order they were asked in', async () => {
  const blobs = await openBlobs(folder);
  const name = await blobs.put(Buffer.from('x'));
  await Promise.all([blobs.delete(name), blobs.put(Buffer.from('x'))]);
  expect(existsSync(blobs.pathOf(name))).toBe(true);
});

test('only digests are names', async () => {
  const blobs = await openBlobs(folder);
  expect(() => blobs.pathOf('../../etc/passwd')).toThrow(InvariantError);
  await expect(blobs.delete('abc')).rejects.toThrow(InvariantError);
});

test('a sweep removes what nothing needs and what was half-written', async () => {
  const blobs = await openBlobs(folder);
  const kept = await blobs.put(Buffer.from('kept'));
  const orphan = await blobs.put(Buffer.from('orphan'));
  writeFileSync(path.join(folder, 'tmp', 'half'), 'ha');
  expect(await blobs.sweep((name) => name === kept)).toEqual({ temporaryFiles: 1, orphans: 1 });
  expect(existsSync(blobs.pathOf(kept))).toBe(true);
  expect(existsSync(blobs.pathOf(orphan))).toBe(false);
  expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
});

test('a stream becomes a blob piece by piece, and leaves nothing when it breaks', async () => {
  const blobs = await openBlobs(folder);
  const names: string[] = [];
  const source = async function* (isWhole: boolean) {
    yield await Promise.resolve(Buffer.from('hel'));
    yield Buffer.from('lo');
    if (!isWhole) throw new Error('broken');
  };
  const name = await blobs.putStream(source(true), (told) => names.push(told));
  expect(names).toEqual([name]);
  expect(name).toBe(await blobs.put(Buffer.from('hello')));
  expect(await blobs.putStream(source(true), () => undefined)).toBe(name);
  await expect(blobs.putStream(source(false), (told) => names.push(told))).rejects.toThrow('broken');
  expect(names).toHaveLength(1);
  expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
});
