import { describe, expect, it } from 'vitest';
import { addFolder, newFileMode, type PackageFiles } from '@/lib/domain/working-copy';
import { listPackage, readPackage } from '@/lib/queries/package-entries';
import { packFiles } from './pack';
import { sha256Hex } from '@/components/patterns/sha256';

const files: PackageFiles = new Map([
  ['index.mjs', { content: '注文', mode: newFileMode }],
  ['bin/run', { content: new Uint8Array([0, 1, 255]), mode: 0o100755 }],
  ['from-windows.txt', { content: 'x', mode: 0 }],
]);

describe('packFiles', () => {
  it('makes a package that reads back the same, modes included', async () => {
    const zip = Buffer.from(await packFiles(addFolder(files, 'empty')));
    expect(await listPackage(zip)).toEqual([
      { path: 'bin/run', size: 3, mode: 0o100755 },
      { path: 'empty/', size: 0, mode: 0o40755 },
      { path: 'from-windows.txt', size: 1, mode: newFileMode },
      { path: 'index.mjs', size: 6, mode: newFileMode },
    ]);
    const contents = await readPackage(zip, () => true, 1_000);
    expect(contents.get('index.mjs')?.toString()).toBe('注文');
    expect([...(contents.get('bin/run') ?? [])]).toEqual([0, 1, 255]);
  });

  it('gives the same bytes for the same files in any order', async () => {
    const turned = new Map([...files].reverse());
    expect(await sha256Hex(await packFiles(turned))).toBe(await sha256Hex(await packFiles(files)));
  });

  it('refuses the one name it would lose, and only at the root', async () => {
    const file = { content: 'x', mode: newFileMode };
    await expect(packFiles(new Map([['__proto__', file]]))).rejects.toThrow('__proto__');
    const inside = await packFiles(new Map([['lib/__proto__', file]]));
    expect(await listPackage(Buffer.from(inside))).toMatchObject([{ path: 'lib/__proto__' }]);
  });
});

describe('sha256Hex', () => {
  it('is the digest everyone knows, with and without crypto.subtle', async () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(await sha256Hex(new Uint8Array())).toBe(empty);
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      expect(await sha256Hex(new Uint8Array())).toBe(empty);
    } finally {
      if (own) Object.defineProperty(globalThis, 'crypto', own);
    }
  });
});
