import { describe, expect, it } from 'vitest';
import {
  addFolder,
  applyDraft,
  bytesOf,
  changesOf,
  decodeText,
  draftOf,
  firstFileToOpen,
  freeName,
  isExecutable,
  isSymbolicLink,
  newFileMode,
  putFile,
  removePath,
  renamePath,
  restorePath,
  writeText,
  type PackageFiles,
} from './working-copy.ts';

const file = (content: string | Uint8Array, mode = newFileMode) => ({ content, mode });
const base: PackageFiles = new Map([
  ['index.mjs', file('export const handler = 1;')],
  ['run.sh', file('#!/bin/sh', 0o100755)],
  ['lib/a.mjs', file('a')],
  ['lib/deep/b.bin', file(new Uint8Array([0, 1, 2]))],
]);
const letters = (files: PackageFiles, from: PackageFiles = base) =>
  Object.fromEntries(changesOf(from, files));
const paths = (files: PackageFiles) => [...files.keys()].sort();

describe('decodeText', () => {
  it('reads UTF-8 and keeps a byte order mark', () => {
    expect(decodeText(new TextEncoder().encode('注文'))).toBe('注文');
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('\ufeffa');
    expect(decodeText(new Uint8Array())).toBe('');
  });
  it('calls zero bytes and broken UTF-8 binary', () => {
    expect(decodeText(new Uint8Array([0x61, 0, 0x62]))).toBeUndefined();
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x61]))).toBeUndefined();
  });
});

describe('changesOf', () => {
  it('finds nothing in the same files, and nothing after a change was taken back', () => {
    expect(letters(new Map(base))).toEqual({});
    expect(letters(writeText(writeText(base, 'lib/a.mjs', 'x'), 'lib/a.mjs', 'a'))).toEqual({});
  });

  it('names added, modified and deleted files in the order of their names', () => {
    const files = removePath(writeText(writeText(base, 'z.py', 'z'), 'index.mjs', 'new'), 'lib/a.mjs');
    expect([...changesOf(base, files)]).toEqual([
      ['index.mjs', 'M'],
      ['lib/a.mjs', 'D'],
      ['z.py', 'A'],
    ]);
  });

  it('compares bytes, and a changed mode is a change', () => {
    expect(letters(putFile(base, 'lib/deep/b.bin', file(new Uint8Array([0, 1, 2]))))).toEqual({});
    expect(letters(putFile(base, 'lib/deep/b.bin', file(new Uint8Array([0, 1, 3]))))).toEqual({
      'lib/deep/b.bin': 'M',
    });
    expect(letters(putFile(base, 'lib/a.mjs', file('a', 0o100755)))).toEqual({ 'lib/a.mjs': 'M' });
  });
});

describe('operations', () => {
  it('keeps the executable bit when text changes', () => {
    const files = writeText(base, 'run.sh', '#!/bin/bash');
    const script = files.get('run.sh');
    expect(script && isExecutable(script)).toBe(true);
  });

  it('takes a folder out with everything in it and nothing beside it', () => {
    const files = removePath(putFile(base, 'library.txt', file('x')), 'lib');
    expect(paths(files)).toEqual(['index.mjs', 'library.txt', 'run.sh']);
  });

  it('moves a folder, and a rename there and back is no change', () => {
    const moved = renamePath(base, 'lib', 'src/lib');
    expect(paths(moved)).toEqual(['index.mjs', 'run.sh', 'src/lib/a.mjs', 'src/lib/deep/b.bin']);
    expect(letters(renamePath(moved, 'src/lib', 'lib'))).toEqual({});
  });

  it('drops the mark of an empty folder as soon as something is in it', () => {
    const empty = addFolder(base, 'new/inner');
    expect(paths(empty)).toContain('new/inner/');
    const filled = writeText(empty, 'new/inner/a.py', '');
    expect(paths(filled)).not.toContain('new/inner/');
    expect(letters(filled)).toEqual({ 'new/inner/a.py': 'A' });
  });

  it('renames an empty folder', () => {
    expect(paths(renamePath(addFolder(new Map(), 'a'), 'a', 'b'))).toEqual(['b/']);
  });

  it('restores a deleted folder and leaves the rest alone', () => {
    const files = writeText(removePath(base, 'lib'), 'index.mjs', 'mine');
    expect(letters(restorePath(base, files, 'lib'))).toEqual({ 'index.mjs': 'M' });
  });

  it('does not change the map it was given', () => {
    writeText(base, 'index.mjs', 'other');
    removePath(base, 'lib');
    expect(paths(base)).toEqual(['index.mjs', 'lib/a.mjs', 'lib/deep/b.bin', 'run.sh']);
  });
});

describe('drafts', () => {
  const mine = removePath(writeText(writeText(base, 'index.mjs', 'mine'), 'new.mjs', 'n'), 'run.sh');
  const draft = draftOf('sha-1', base, mine);

  it('keeps only the difference and gives the same files back', () => {
    expect([...draft.changes.keys()]).toEqual(['index.mjs', 'new.mjs', 'run.sh']);
    expect(letters(applyDraft(base, draft), mine)).toEqual({});
  });

  it('lies on newer deployed code without losing what others did', () => {
    const theirs = writeText(writeText(base, 'lib/a.mjs', 'theirs'), 'index.mjs', 'theirs');
    const both = applyDraft(theirs, draft);
    expect(both.get('lib/a.mjs')?.content).toBe('theirs');
    expect(both.get('index.mjs')?.content).toBe('mine');
    expect(both.has('run.sh')).toBe(false);
  });

  it('counts bytes as UTF-8', () => {
    expect(bytesOf([file('注'), file(new Uint8Array(4)), null])).toBe(7);
  });
});

describe('firstFileToOpen', () => {
  it('follows the handler, folders included', () => {
    expect(firstFileToOpen(base, 'index.handler')).toBe('index.mjs');
    expect(firstFileToOpen(base, 'lib/a.handler')).toBe('lib/a.mjs');
  });
  it('falls back to a well-known name, then to the first text file', () => {
    expect(
      firstFileToOpen(
        new Map([
          ['zz.txt', file('')],
          ['main.py', file('')],
        ]),
        'gone.handler',
      ),
    ).toBe('main.py');
    expect(firstFileToOpen(new Map([['zz.txt', file('')]]), undefined)).toBe('zz.txt');
    expect(firstFileToOpen(new Map([['a.bin', file(new Uint8Array([0]))]]), 'a.b')).toBeUndefined();
  });
});

it('tells links from files', () => {
  expect(isSymbolicLink(file('target', 0o120777))).toBe(true);
  expect(isSymbolicLink(file('x'))).toBe(false);
});

it('finds a free name beside what is there', () => {
  expect(freeName(base, '', 'b.mjs')).toBe('b.mjs');
  expect(freeName(base, 'lib', 'a.mjs')).toBe('lib/a-2.mjs');
  expect(freeName(base, '', 'lib')).toBe('lib-2');
});
