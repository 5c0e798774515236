/** Paths inside a deployment package, and the tree the explorer draws from them. */

export type PathProblem =
  | 'empty'
  | 'slash' // starts or ends with a slash, or has two in a row
  | 'dots' // "." or ".." as a segment
  | 'characters' // a backslash or a control character
  | 'too-long'
  | 'taken' // a file or folder has this path
  | 'inside-file'; // a part of the path is a file

/** Longest name of one segment and of a whole path, in UTF-8 bytes: what Linux takes in `/var/task`. */
const segmentBytesMax = 255;
const pathBytesMax = 1_024;

const byteLength = (text: string) => new TextEncoder().encode(text).length;

/** What is wrong with a path that someone typed, on its own; undefined when nothing is. */
export function pathProblem(path: string): PathProblem | undefined {
  if (path === '') return 'empty';
  if (/[\\\u0000-\u001f\u007f]/.test(path)) return 'characters';
  const segments = path.split('/');
  if (segments.some((segment) => segment === '')) return 'slash';
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'dots';
  if (byteLength(path) > pathBytesMax) return 'too-long';
  if (segments.some((segment) => byteLength(segment) > segmentBytesMax)) return 'too-long';
  return undefined;
}

/** What is wrong with a path as a new member beside `existing` files and folders. */
export function newPathProblem(path: string, existing: Iterable<string>): PathProblem | undefined {
  const own = pathProblem(path);
  if (own) return own;
  for (const other of existing) {
    if (other === path || other.startsWith(`${path}/`)) return 'taken';
    if (path.startsWith(`${other}/`) && !isFolderMark(other)) return 'inside-file';
    if (other === `${path}/`) return 'taken';
  }
  return undefined;
}

/** An entry that ends with a slash is a folder that would otherwise not exist: it is empty. */
export function isFolderMark(path: string): boolean {
  return path.endsWith('/');
}

/** `lib` of `lib/a.mjs`; the empty string at the root. */
export function folderOf(path: string): string {
  const end = isFolderMark(path) ? path.length - 1 : path.length;
  return path.slice(0, Math.max(0, path.lastIndexOf('/', end - 1)));
}

/** `a.mjs` of `lib/a.mjs`. */
export function nameOf(path: string): string {
  const bare = isFolderMark(path) ? path.slice(0, -1) : path;
  return bare.slice(bare.lastIndexOf('/') + 1);
}

export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A, M and D as in git: new since the deployed code, different from it, taken out of it. */
export type ChangeLetter = 'A' | 'M' | 'D';

export interface TreeFile {
  readonly type: 'file';
  readonly path: string;
  readonly name: string;
  readonly change: ChangeLetter | undefined;
}

export interface TreeFolder {
  readonly type: 'folder';
  readonly path: string;
  readonly name: string;
  readonly children: readonly TreeNode[];
  /** Something inside differs from the deployed code. */
  readonly isChanged: boolean;
}

export type TreeNode = TreeFile | TreeFolder;

interface OpenFolder {
  readonly folders: Map<string, OpenFolder>;
  readonly files: { path: string; change: ChangeLetter | undefined }[];
}

const emptyFolder = (): OpenFolder => ({ folders: new Map(), files: [] });

function compareNames(a: string, b: string): number {
  const lowerA = a.toLowerCase();
  const lowerB = b.toLowerCase();
  if (lowerA !== lowerB) return lowerA < lowerB ? -1 : 1;
  return a < b ? -1 : 1;
}

function closeFolder(folder: OpenFolder, path: string): TreeNode[] {
  const folders = [...folder.folders]
    .sort(([a], [b]) => compareNames(a, b))
    .map(([name, child]): TreeFolder => {
      const childPath = joinPath(path, name);
      const children = closeFolder(child, childPath);
      const isChanged = children.some((node) => (node.type === 'folder' ? node.isChanged : node.change));
      return { type: 'folder', path: childPath, name, children, isChanged };
    });
  const files = folder.files
    .map(({ path: filePath, change }): TreeFile => ({
      type: 'file',
      path: filePath,
      name: nameOf(filePath),
      change,
    }))
    .sort((a, b) => compareNames(a.name, b.name));
  return [...folders, ...files];
}

/**
 * The tree of a package: folders first, names without regard to case. Paths that end with a slash are
 * empty folders. Files taken out stay in the tree with a D until they are deployed.
 */
export function buildPackageTree(
  paths: Iterable<string>,
  changes: ReadonlyMap<string, ChangeLetter> = new Map(),
): readonly TreeNode[] {
  const root = emptyFolder();
  const all = new Set(paths);
  for (const [path, change] of changes) if (change === 'D') all.add(path);
  for (const path of all) {
    const segments = path.split('/');
    const last = segments.pop() ?? '';
    let folder = root;
    for (const segment of segments) {
      const next = folder.folders.get(segment) ?? emptyFolder();
      folder.folders.set(segment, next);
      folder = next;
    }
    if (last !== '') folder.files.push({ path, change: changes.get(path) });
  }
  return closeFolder(root, '');
}

export interface TreeRow {
  readonly node: TreeNode;
  /** 1 at the root, as `aria-level` counts. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
}

/** The rows in view, top to bottom: children of folders in `openFolders` only. */
export function visibleRows(
  nodes: readonly TreeNode[],
  openFolders: ReadonlySet<string>,
  level = 1,
): readonly TreeRow[] {
  return nodes.flatMap((node, index) => {
    const row: TreeRow = { node, level, position: index + 1, siblings: nodes.length };
    if (node.type === 'file' || !openFolders.has(node.path)) return [row];
    return [row, ...visibleRows(node.children, openFolders, level + 1)];
  });
}

/** Every folder on the way to `path`, so that the explorer can open them. */
export function foldersTo(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
