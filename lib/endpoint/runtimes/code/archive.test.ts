import { createHash } from 'node:crypto';
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { inspectArchive, unpackArchive } from './archive.ts';
import { CodeCache } from './cache.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lambdeck-archive-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Entry {
  readonly name: string;
  readonly text?: string;
  readonly mode?: number;
}

async function zipOf(entries: readonly Entry[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { name, text = '', mode = 0o100644 } of entries) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(text), name, { mode });
  }
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The same zip with a name of the same length written over another, which zip writers refuse to do. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length);
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

function saved(zip: Buffer): { file: string; target: string } {
  const file = path.join(folder, 'code.zip');
  fs.writeFileSync(file, zip);
  const target = path.join(folder, 'out');
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target);
  return { file, target };
}

const link = 0o120777;

describe('archives', () => {
  it('unpacks folders, files, executables and links inside', async () => {
    const zip = await zipOf([
      { name: 'lib/' },
      { name: 'index.js', text: 'one' },
      { name: 'bin/bootstrap', text: '#!/bin/sh\n', mode: 0o100755 },
      { name: 'bin/same', text: '../index.js', mode: link },
      { name: 'index.js', text: 'two' },
    ]);
    const { file, target } = saved(zip);
    expect(await inspectArchive(zip)).toEqual({ kind: 'sound', entries: 5, unpackedBytes: 27 });
    expect(await unpackArchive(file, target)).toEqual({ kind: 'sound', entries: 5, unpackedBytes: 27 });
    expect(fs.readFileSync(path.join(target, 'bin/same'), 'utf8')).toBe('two');
    expect(fs.statSync(path.join(target, 'bin/bootstrap')).mode & 0o777).toBe(0o555);
    expect(fs.statSync(path.join(target, 'index.js')).mode & 0o777).toBe(0o444);
    expect(fs.statSync(path.join(target, 'lib')).isDirectory()).toBe(true);
  });

  it.each<[string, Entry[], [string, string]?]>([
    ['climbs out', [{ name: 'aa/bb/cc' }], ['aa/bb/cc', '../../cc']],
    ['is absolute', [{ name: 'xetc/evil' }], ['xetc/evil', '/etc/evil']],
    ['links out', [{ name: 'out', text: '../../etc', mode: link }]],
    ['links to an absolute path', [{ name: 'out', text: '/etc/passwd', mode: link }]],
    [
      'hides a file behind a link',
      [
        { name: 'a', text: 'b', mode: link },
        { name: 'a/x', text: 'x' },
      ],
    ],
  ])('refuses an entry that %s', async (_name, entries, rename) => {
    let zip = await zipOf(entries);
    if (rename) zip = renamed(zip, ...rename);
    const { file, target } = saved(zip);
    const outcome = await unpackArchive(file, target);
    expect(outcome.kind).toBe('broken');
    expect(fs.readdirSync(folder).sort()).toEqual(['code.zip', 'out']);
  });

  it('refuses links that leave only together', async () => {
    const { file, target } = saved(
      await zipOf([
        { name: 'here', text: '.', mode: link },
        { name: 'up', text: 'here/..', mode: link },
      ]),
    );
    expect((await unpackArchive(file, target)).kind).toBe('broken');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a zip at all, but long enough to look for an end record')],
  ])('refuses %s', async (_name, bytes) => {
    expect((await inspectArchive(bytes)).kind).toBe('broken');
  });

  it('refuses damaged and cut archives instead of unpacking a part', async () => {
    const zip = await zipOf([
      { name: 'a.txt', text: 'abc '.repeat(1000) },
      { name: 'b.txt', text: 'b' },
    ]);
    expect((await inspectArchive(zip.subarray(0, zip.length - 30))).kind).toBe('broken');
    const damaged = Buffer.from(zip);
    damaged.fill(0xff, 36, 60);
    const { file, target } = saved(damaged);
    expect((await unpackArchive(file, target)).kind).toBe('broken');
  });

  it('refuses bombs by declared size, by number, and by size that was lied about', async () => {
    const zip = await zipOf(
      Array.from({ length: 20 }, (_unused, n) => ({ name: `f${n}`, text: '0'.repeat(10_000) })),
    );
    expect((await inspectArchive(zip, { unpackedBytesMax: 199_999, entriesMax: 100 })).kind).toBe(
      'too-large',
    );
    expect((await inspectArchive(zip, { unpackedBytesMax: 200_000, entriesMax: 19 })).kind).toBe('too-large');
    expect((await inspectArchive(zip, { unpackedBytesMax: 200_000, entriesMax: 20 })).kind).toBe('sound');
    // The size field of the central directory record of f0 says 1 byte instead of 10,000.
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(1, lying.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    const { file, target } = saved(lying);
    expect((await unpackArchive(file, target)).kind).toBe('broken');
    const written = path.join(target, 'f0');
    expect(fs.existsSync(written) ? fs.statSync(written).size : 0).toBeLessThanOrEqual(1);
  });

  it('survives any single damaged byte', async () => {
    const zip = await zipOf([
      { name: 'a/b.txt', text: 'hello '.repeat(20) },
      { name: 'l', text: 'a', mode: link },
    ]);
    for (let index = 0; index < zip.length; index += 1) {
      const damaged = Buffer.from(zip);
      damaged[index] = (damaged[index] ?? 0) ^ 0x55;
      const { file, target } = saved(damaged);
      await unpackArchive(file, target);
      expect(fs.readdirSync(folder).sort()).toEqual(['code.zip', 'out']);
    }
  });
});

describe('the code cache', () => {
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('unpacks once for many callers, keeps it over a restart, and forgets', async () => {
    const zip = await zipOf([{ name: 'index.js', text: 'x' }]);
    const { file } = saved(zip);
    const root = path.join(folder, 'cache');
    const cache = new CodeCache(root);
    const folders = await Promise.all(
      Array.from({ length: 20 }, () => cache.codeFolderFor(hashOf(zip), file)),
    );
    expect(new Set(folders).size).toBe(1);
    const [unpacked = ''] = folders;
    expect(fs.readFileSync(path.join(unpacked, 'index.js'), 'utf8')).toBe('x');
    fs.mkdirSync(path.join(root, 'part-of-a-crash'));
    const again = new CodeCache(root);
    expect(fs.existsSync(path.join(root, 'part-of-a-crash'))).toBe(false);
    fs.rmSync(file);
    expect(await again.codeFolderFor(hashOf(zip), file)).toBe(unpacked);
    await again.forget(hashOf(zip));
    expect(fs.existsSync(unpacked)).toBe(false);
  });

  it('leaves nothing of a refused archive', async () => {
    const zip = Buffer.from('no zip');
    const { file } = saved(zip);
    const root = path.join(folder, 'cache');
    const cache = new CodeCache(root);
    await expect(cache.codeFolderFor(hashOf(zip), file)).rejects.toThrow(/cannot be read/);
    expect(fs.readdirSync(root).filter((name) => !name.startsWith('.'))).toEqual([]);
  });
});
