import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { listPackage, PackageError, readPackage } from './package-entries';

async function zipOf(build: (zip: ZipFile) => void): Promise<Buffer> {
  const zip = new ZipFile();
  build(zip);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

it('lists paths, sizes and modes, and only the folders that are empty', async () => {
  const zip = await zipOf((file) => {
    file.addEmptyDirectory('lib');
    file.addEmptyDirectory('empty');
    file.addBuffer(Buffer.from('#!/bin/sh'), 'run.sh', { mode: 0o100755 });
    file.addBuffer(Buffer.from('a'), 'lib/a.mjs', { mode: 0o100644 });
  });
  expect(await listPackage(zip)).toEqual([
    { path: 'empty/', size: 0, mode: 0o40775 },
    { path: 'lib/a.mjs', size: 1, mode: 0o100644 },
    { path: 'run.sh', size: 9, mode: 0o100755 },
  ]);
});

it('knows no mode where the archive was not made on Unix', async () => {
  const zip = Buffer.from(zipSync({ 'a.txt': [strToU8('a'), { os: 0, attrs: 0x20 }] }));
  expect(await listPackage(zip)).toEqual([{ path: 'a.txt', size: 1, mode: 0 }]);
});

it('keeps the executable bit of what the browser packs', async () => {
  const zip = Buffer.from(zipSync({ bootstrap: [strToU8('x'), { os: 3, attrs: (0o100755 << 16) >>> 0 }] }));
  expect(await listPackage(zip)).toMatchObject([{ path: 'bootstrap', mode: 0o100755 }]);
});

it('reads only what is wanted', async () => {
  const zip = Buffer.from(zipSync({ 'a.txt': strToU8('注文'), 'b.bin': new Uint8Array([0, 255]) }));
  const contents = await readPackage(zip, (path) => path === 'b.bin', 100);
  expect([...contents]).toEqual([['b.bin', Buffer.from([0, 255])]]);
});

it('stops at the limit, at broken archives and at names that leave the folder', async () => {
  const zip = Buffer.from(zipSync({ 'a.txt': new Uint8Array(10_000) }));
  await expect(readPackage(zip, () => true, 9_999)).rejects.toThrow(PackageError);
  await expect(listPackage(Buffer.from('not a zip'))).rejects.toThrow(PackageError);
  await expect(listPackage(zip.subarray(0, zip.length - 30))).rejects.toThrow(PackageError);
  const escaping = Buffer.from(zipSync({ '../a.txt': strToU8('a') }));
  await expect(listPackage(escaping)).rejects.toThrow(/cannot be read: .*relative path/);
});
