import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashInputs, isFresh, writeStamp } from './build-stamp.ts';

let folder: string;
const write = async (name: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
};
const hash = () => hashInputs({ paths: ['app', 'lib'], except: ['lib/tools'] }, folder);

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-stamp-'));
  await write('app/page.tsx', 'one');
  await write('lib/deep/a.ts', 'a');
  await write('package-lock.json', '{}');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('hashInputs', () => {
  it('stays the same while nothing that is built changes', async () => {
    const before = await hash();
    await write('lib/tools/check.ts', 'a tool');
    await write('lib/deep/a.test.ts', 'a test');
    await write('README.md', 'words');
    expect(await hash()).toBe(before);
  });

  it.each([
    ['a source', 'lib/deep/a.ts', 'b'],
    ['a new file', 'app/other.tsx', 'one'],
    ['the lockfile', 'package-lock.json', '{"changed":true}'],
  ])('changes with %s', async (_what, name, text) => {
    const before = await hash();
    await write(name, text);
    expect(await hash()).not.toBe(before);
  });
});

describe('a stamp', () => {
  it('makes exactly the build it names fresh', async () => {
    const stamp = path.join(folder, 'dist/stamp');
    expect(await isFresh(stamp, 'abc')).toBe(false);
    await writeStamp(stamp, 'abc');
    expect(await isFresh(stamp, 'abc')).toBe(true);
    expect(await isFresh(stamp, 'abd')).toBe(false);
  });
});
