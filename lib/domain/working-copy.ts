import { isFolderMark, joinPath, nameOf, type ChangeLetter } from './package-tree.ts';

/** The code of a function while someone edits it: what is deployed, what it became, and the difference. */

/** Text of a file that can be edited, or the bytes of one that is only carried along. */
export type FileContent = string | Uint8Array;

export interface PackageFile {
  readonly content: FileContent;
  /** Unix mode of the entry as the .zip has it, file type bits included; 0 when it has none. */
  readonly mode: number;
}

/** Files by path; a path that ends with a slash is an empty folder. */
export type PackageFiles = ReadonlyMap<string, PackageFile>;

const regularFile = 0o100000;
const symbolicLink = 0o120000;
const folderType = 0o040000;
const typeMask = 0o170000;

/** A new file can be read by every user: the handler does not run as the one who packed it. */
export const newFileMode = regularFile | 0o644;
export const newFolderMode = folderType | 0o755;

export function isSymbolicLink(file: PackageFile): boolean {
  return (file.mode & typeMask) === symbolicLink;
}

export function isExecutable(file: PackageFile): boolean {
  return (file.mode & typeMask) !== folderType && (file.mode & 0o111) !== 0;
}

/** Text when the bytes are UTF-8 without zero bytes, a byte order mark included; undefined otherwise. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isSameContent(a: FileContent, b: FileContent): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export function isSameFile(a: PackageFile, b: PackageFile): boolean {
  return a === b || (a.mode === b.mode && isSameContent(a.content, b.content));
}

/** What a deploy would change, by path in the order of their names. */
export function changesOf(base: PackageFiles, files: PackageFiles): ReadonlyMap<string, ChangeLetter> {
  const changes: [string, ChangeLetter][] = [];
  for (const [path, file] of files) {
    const before = base.get(path);
    if (!before) changes.push([path, 'A']);
    else if (!isSameFile(before, file)) changes.push([path, 'M']);
  }
  for (const path of base.keys()) if (!files.has(path)) changes.push([path, 'D']);
  return new Map(changes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Puts a file in, or over the one that is there; the marks of folders that are no longer empty go. */
export function putFile(files: PackageFiles, path: string, file: PackageFile): PackageFiles {
  const next = new Map(files);
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    if (slash < path.length - 1) next.delete(path.slice(0, slash + 1));
  }
  return next.set(path, file);
}

/** Writes text and keeps the mode of the file: a script stays executable. */
export function writeText(files: PackageFiles, path: string, text: string): PackageFiles {
  return putFile(files, path, { content: text, mode: files.get(path)?.mode ?? newFileMode });
}

export function addFolder(files: PackageFiles, path: string): PackageFiles {
  return putFile(files, `${path}/`, { content: '', mode: newFolderMode });
}

const isAtOrUnder = (path: string, root: string) => path === root || path.startsWith(`${root}/`);

/** Takes out a file, or a folder with everything in it. */
export function removePath(files: PackageFiles, path: string): PackageFiles {
  return new Map([...files].filter(([other]) => !isAtOrUnder(other, path)));
}

/** Gives a file or a folder another path; everything inside moves along. */
export function renamePath(files: PackageFiles, from: string, to: string): PackageFiles {
  let next = removePath(files, from);
  for (const [path, file] of files) {
    if (isAtOrUnder(path, from)) next = putFile(next, `${to}${path.slice(from.length)}`, file);
  }
  return next;
}

/** Puts back what is deployed at `path`: a file, or a folder with everything that was in it. */
export function restorePath(base: PackageFiles, files: PackageFiles, path: string): PackageFiles {
  let next = removePath(files, path);
  for (const [other, file] of base) if (isAtOrUnder(other, path)) next = putFile(next, other, file);
  return next;
}

/** A draft is the difference alone: what each changed path became, null where it was taken out. */
export interface Draft {
  /** `CodeSha256` of the deployed code that the draft began from. */
  readonly codeSha256: string;
  readonly changes: ReadonlyMap<string, PackageFile | null>;
}

export function draftOf(codeSha256: string, base: PackageFiles, files: PackageFiles): Draft {
  const paths = [...changesOf(base, files).keys()];
  return { codeSha256, changes: new Map(paths.map((path) => [path, files.get(path) ?? null])) };
}

/** Lays a draft over deployed code, the code it began from or a newer one: what it did not touch stays as it is. */
export function applyDraft(base: PackageFiles, draft: Draft): PackageFiles {
  let files = base;
  for (const [path, file] of draft.changes) {
    if (file) files = putFile(files, path, file);
    else files = new Map([...files].filter(([other]) => other !== path));
  }
  return files;
}

/** Bytes of all contents; text counts as UTF-8. */
export function bytesOf(files: Iterable<PackageFile | null>): number {
  const encoder = new TextEncoder();
  let total = 0;
  for (const file of files) {
    if (file)
      total += typeof file.content === 'string' ? encoder.encode(file.content).length : file.content.length;
  }
  return total;
}

/** The file to show first: the one the handler names, else a well-known entry, else the first text file. */
export function firstFileToOpen(files: PackageFiles, handler: string | undefined): string | undefined {
  const texts = [...files].filter(([path, file]) => typeof file.content === 'string' && !isFolderMark(path));
  const paths = texts.map(([path]) => path).sort();
  const stem = handler?.slice(0, Math.max(0, handler.lastIndexOf('.')));
  const byHandler = paths.find(
    (path) => stem && path.startsWith(`${stem}.`) && !path.slice(stem.length + 1).includes('/'),
  );
  const isEntry = (path: string) =>
    /^(index|app|main|lambda_function|handler|bootstrap)(\.|$)/.test(nameOf(path));
  return byHandler ?? paths.find((path) => !path.includes('/') && isEntry(path)) ?? paths[0];
}

/** `a.mjs`, then `a-2.mjs`, …: a name that nothing in `folder` has, for files that are brought in. */
export function freeName(files: PackageFiles, folder: string, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const isTaken = (path: string) =>
    [...files.keys()].some((other) => isAtOrUnder(other, path) || other === `${path}/`);
  let candidate = joinPath(folder, name);
  for (let number = 2; isTaken(candidate); number += 1)
    candidate = joinPath(folder, `${stem}-${number}${ending}`);
  return candidate;
}
