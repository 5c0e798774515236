import { isFolderMark } from '@/lib/domain/package-tree';
import {
  applyDraft,
  changesOf,
  draftOf,
  firstFileToOpen,
  putFile,
  writeText,
  type Draft,
  type PackageFile,
  type PackageFiles,
} from '@/lib/domain/working-copy';
import type { DeployedCode } from '@/lib/actions/functions/deploy-code';
import type { CodeFile, CodePackage } from '@/lib/queries/function-code';

/** Everything the Code tab knows about the code: what is deployed, what it became, which files are open. */
export interface EditorState {
  readonly code: CodePackage;
  /** Deployed. */
  readonly base: PackageFiles;
  /** The working copy. */
  readonly files: PackageFiles;
  /** The deployed code is not the one the changes began from; nothing is deployed until someone has chosen. */
  readonly hasConflict: boolean;
  readonly openPaths: readonly string[];
  readonly activePath: string | undefined;
}

export type EditorEvent =
  | { readonly type: 'files'; readonly files: PackageFiles; readonly open?: string | undefined }
  | { readonly type: 'edit'; readonly path: string; readonly text: string }
  | { readonly type: 'add'; readonly added: readonly (readonly [path: string, file: PackageFile])[] }
  | { readonly type: 'open'; readonly path: string }
  | { readonly type: 'close'; readonly path: string }
  | { readonly type: 'renamed'; readonly files: PackageFiles; readonly from: string; readonly to: string }
  /** Somebody else deployed, or the configuration moved the revision on. */
  | { readonly type: 'reloaded'; readonly code: CodePackage }
  /** `sent` is what was packed; the working copy may have gone on since. */
  | { readonly type: 'deployed'; readonly deployed: DeployedCode; readonly sent: PackageFiles }
  | { readonly type: 'keep-mine' }
  | { readonly type: 'discard' };

/** A file as it came from the server: text, or bytes. */
function toFile({ text, base64, mode }: CodeFile): PackageFile {
  if (text !== undefined) return { content: text, mode };
  const binary = atob(base64 ?? '');
  return { content: Uint8Array.from(binary, (character) => character.charCodeAt(0)), mode };
}

export function filesOf(code: CodePackage): PackageFiles {
  return new Map(code.files.map((file) => [file.path, toFile(file)]));
}

/** The first state: deployed code, with the draft that this browser kept laid over it. */
export function openEditor(
  code: CodePackage,
  draft: Draft | undefined,
  handler: string | undefined,
): EditorState {
  const base = filesOf(code);
  const isEditable = code.readOnly === undefined;
  const files = isEditable && draft ? applyDraft(base, draft) : base;
  const first = firstFileToOpen(files, handler);
  return {
    code,
    base,
    files,
    hasConflict:
      isEditable && draft !== undefined && hasOwnChanges(base, files) && draft.codeSha256 !== code.codeSha256,
    openPaths: first === undefined ? [] : [first],
    activePath: first,
  };
}

const hasOwnChanges = (base: PackageFiles, files: PackageFiles) => changesOf(base, files).size > 0;

const isAtOrUnder = (path: string, root: string) => path === root || path.startsWith(`${root}/`);

function openFile(state: EditorState, path: string): EditorState {
  if (isFolderMark(path)) return state;
  const openPaths = state.openPaths.includes(path) ? state.openPaths : [...state.openPaths, path];
  return { ...state, openPaths, activePath: path };
}

function closeFile(state: EditorState, path: string): EditorState {
  const at = state.openPaths.indexOf(path);
  const openPaths = state.openPaths.filter((other) => other !== path);
  const neighbour = openPaths[Math.min(at, openPaths.length - 1)];
  return { ...state, openPaths, activePath: state.activePath === path ? neighbour : state.activePath };
}

/** Files that are in neither side any more cannot stay open. */
function closeVanished(state: EditorState): EditorState {
  const isThere = (path: string) => state.files.has(path) || state.base.has(path);
  return state.openPaths.filter((path) => !isThere(path)).reduce(closeFile, state);
}

function renameOpen(state: EditorState, from: string, to: string): EditorState {
  const move = (path: string) => (isAtOrUnder(path, from) ? `${to}${path.slice(from.length)}` : path);
  return {
    ...state,
    openPaths: [...new Set(state.openPaths.map(move))],
    activePath: state.activePath === undefined ? undefined : move(state.activePath),
  };
}

/** New deployed code under the same changes. It is a conflict when the code moved and there are changes of one's own. */
function rebase(state: EditorState, code: CodePackage): EditorState {
  const base = filesOf(code);
  if (code.readOnly !== undefined)
    return closeVanished({ ...state, code, base, files: base, hasConflict: false });
  const files = applyDraft(base, draftOf(state.code.codeSha256, state.base, state.files));
  const isMoved = code.codeSha256 !== state.code.codeSha256;
  const hasConflict = (isMoved || state.hasConflict) && hasOwnChanges(base, files);
  return closeVanished({ ...state, code, base, files, hasConflict });
}

function afterDeploy(state: EditorState, deployed: DeployedCode, sent: PackageFiles): EditorState {
  const { codeSha256, revisionId, lastModified, codeBytes } = deployed;
  const code: CodePackage = { ...state.code, codeSha256, revisionId, lastModified, zipBytes: codeBytes };
  return closeVanished({ ...state, code, base: sent, hasConflict: false });
}

export function reduceEditor(state: EditorState, event: EditorEvent): EditorState {
  switch (event.type) {
    case 'files': {
      const next = closeVanished({ ...state, files: event.files });
      return event.open === undefined ? next : openFile(next, event.open);
    }
    case 'edit':
      return { ...state, files: writeText(state.files, event.path, event.text) };
    case 'add': {
      const files = event.added.reduce((sum, [path, file]) => putFile(sum, path, file), state.files);
      const last = event.added.at(-1)?.[0];
      return last === undefined ? state : openFile({ ...state, files }, last);
    }
    case 'open':
      return openFile(state, event.path);
    case 'close':
      return closeFile(state, event.path);
    case 'renamed':
      return closeVanished(renameOpen({ ...state, files: event.files }, event.from, event.to));
    case 'reloaded':
      return rebase(state, event.code);
    case 'deployed':
      return afterDeploy(state, event.deployed, event.sent);
    case 'keep-mine':
      return { ...state, hasConflict: false };
    case 'discard':
      return closeVanished({ ...state, files: state.base, hasConflict: false });
  }
}
