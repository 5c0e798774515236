import { describe, expect, it } from 'vitest';
import {
  buildPackageTree,
  folderOf,
  foldersTo,
  nameOf,
  newPathProblem,
  pathProblem,
  visibleRows,
  type TreeNode,
} from './package-tree.ts';

const outline = (nodes: readonly TreeNode[]): unknown[] =>
  nodes.map((node) => (node.type === 'file' ? node.name : { [node.name]: outline(node.children) }));

describe('pathProblem', () => {
  it.each(['index.mjs', 'lib/a b.py', '.env', 'データ/処理.py', 'a..b', '...'])('takes %s', (path) => {
    expect(pathProblem(path)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['/etc/passwd', 'slash'],
    ['lib/', 'slash'],
    ['a//b', 'slash'],
    ['../a', 'dots'],
    ['a/./b', 'dots'],
    ['a\\b', 'characters'],
    ['a\u0000b', 'characters'],
    ['a'.repeat(256), 'too-long'],
    [`${'a'.repeat(250)}/`.repeat(5) + 'b', 'too-long'],
    ['あ'.repeat(86), 'too-long'],
  ])('refuses %j as %s', (path, problem) => {
    expect(pathProblem(path)).toBe(problem);
  });
});

describe('newPathProblem', () => {
  const existing = ['index.mjs', 'lib/a.mjs', 'empty/'];

  it.each([
    ['index.mjs', 'taken'],
    ['lib', 'taken'],
    ['empty', 'taken'],
    ['index.mjs/x', 'inside-file'],
    ['../x', 'dots'],
    ['empty/x', undefined],
    ['lib/b.mjs', undefined],
    ['INDEX.mjs', undefined],
    ['li', undefined],
  ])('%s is %s', (path, problem) => {
    expect(newPathProblem(path, existing)).toBe(problem);
  });
});

describe('folderOf and nameOf', () => {
  it.each([
    ['a', '', 'a'],
    ['lib/a', 'lib', 'a'],
    ['x/y/z.py', 'x/y', 'z.py'],
    ['x/y/', 'x', 'y'],
  ])('%s', (path, folder, name) => {
    expect(folderOf(path)).toBe(folder);
    expect(nameOf(path)).toBe(name);
  });
});

describe('buildPackageTree', () => {
  it('puts folders first and sorts without regard to case', () => {
    const tree = buildPackageTree(['b.mjs', 'A.mjs', 'lib/z.mjs', 'lib/deep/x.mjs', 'Zed/q', 'c.mjs']);
    expect(outline(tree)).toEqual([
      { lib: [{ deep: ['x.mjs'] }, 'z.mjs'] },
      { Zed: ['q'] },
      'A.mjs',
      'b.mjs',
      'c.mjs',
    ]);
  });

  it('keeps empty folders and marks changes up to the root', () => {
    const tree = buildPackageTree(['keep/', 'lib/a.mjs', 'x.mjs'], new Map([['lib/a.mjs', 'M']]));
    expect(outline(tree)).toEqual([{ keep: [] }, { lib: ['a.mjs'] }, 'x.mjs']);
    expect(tree.map((node) => (node.type === 'folder' ? node.isChanged : node.change))).toEqual([
      false,
      true,
      undefined,
    ]);
  });

  it('shows a file that was taken out until it is deployed', () => {
    const tree = buildPackageTree(['a.mjs'], new Map([['old/b.mjs', 'D']]));
    expect(outline(tree)).toEqual([{ old: ['b.mjs'] }, 'a.mjs']);
  });

  it('is empty for no paths and does not trip over names of Object', () => {
    expect(buildPackageTree([])).toEqual([]);
    expect(outline(buildPackageTree(['__proto__/constructor', 'toString']))).toEqual([
      { ['__proto__']: ['constructor'] },
      'toString',
    ]);
  });
});

describe('visibleRows', () => {
  const tree = buildPackageTree(['lib/deep/x', 'lib/y', 'z']);

  it('shows only what is under open folders, with level and place among siblings', () => {
    expect(visibleRows(tree, new Set()).map((row) => row.node.path)).toEqual(['lib', 'z']);
    const rows = visibleRows(tree, new Set(['lib']));
    expect(rows.map((row) => [row.node.path, row.level, row.position, row.siblings])).toEqual([
      ['lib', 1, 1, 2],
      ['lib/deep', 2, 1, 2],
      ['lib/y', 2, 2, 2],
      ['z', 1, 2, 2],
    ]);
  });

  it('opens the way to a file', () => {
    expect(foldersTo('lib/deep/x')).toEqual(['lib', 'lib/deep']);
    expect(foldersTo('z')).toEqual([]);
  });
});
