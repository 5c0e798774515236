import { describe, expect, it } from 'vitest';
import { changesOf, draftOf, removePath, renamePath, writeText } from '@/lib/domain/working-copy';
import type { CodePackage } from '@/lib/queries/function-code';
import { filesOf, openEditor, reduceEditor, type EditorState } from './editor-state';

const code = (
  codeSha256: string,
  texts: Record<string, string>,
  more: Partial<CodePackage> = {},
): CodePackage => ({
  codeSha256,
  revisionId: `revision of ${codeSha256}`,
  lastModified: undefined,
  packageType: 'Zip',
  zipBytes: 100,
  imageUri: undefined,
  readOnly: undefined,
  files: Object.entries(texts).map(([path, text]) => ({ path, text, mode: 0o100644 })),
  entries: [],
  entriesTotal: 0,
  unpackedBytes: 10,
  ...more,
});
const deployed = (codeSha256: string) => ({
  codeSha256,
  revisionId: 'r',
  lastModified: undefined,
  codeBytes: 1,
  lastUpdateStatus: 'Successful',
});

const first = code('one', { 'index.mjs': 'a', 'lib/b.mjs': 'b' });
const start = openEditor(first, undefined, 'index.handler');
const edit = (state: EditorState, path: string, text: string) =>
  reduceEditor(state, { type: 'files', files: writeText(state.files, path, text) });
const letters = (state: EditorState) => Object.fromEntries(changesOf(state.base, state.files));

it('opens the handler and has no changes', () => {
  expect(start).toMatchObject({ openPaths: ['index.mjs'], activePath: 'index.mjs', hasConflict: false });
  expect(letters(start)).toEqual({});
});

it('decodes bytes that came in base64', () => {
  const files = filesOf(code('x', {}, { files: [{ path: 'a.bin', mode: 0, base64: 'AP8=' }] }));
  expect([...(files.get('a.bin')?.content ?? [])]).toEqual([0, 255]);
});

describe('drafts', () => {
  const draft = draftOf('one', start.base, edit(start, 'index.mjs', 'mine').files);

  it('come back over the code they began from', () => {
    const state = openEditor(first, draft, 'index.handler');
    expect(letters(state)).toEqual({ 'index.mjs': 'M' });
    expect(state.hasConflict).toBe(false);
  });

  it('are a conflict over other code, with both sides kept', () => {
    const state = openEditor(code('two', { 'index.mjs': 'theirs', 'new.mjs': 'n' }), draft, 'index.handler');
    expect(state.hasConflict).toBe(true);
    expect(state.files.get('index.mjs')?.content).toBe('mine');
    expect(state.base.get('index.mjs')?.content).toBe('theirs');
    expect(state.files.has('new.mjs')).toBe(true);
  });

  it('are no conflict when the same change was deployed meanwhile', () => {
    expect(openEditor(code('two', { 'index.mjs': 'mine' }), draft, undefined).hasConflict).toBe(false);
  });

  it('do not touch what may not be edited', () => {
    const state = openEditor({ ...first, readOnly: 'role' }, draft, undefined);
    expect(letters(state)).toEqual({});
  });
});

describe('deploying', () => {
  it('makes what was sent the deployed code, and keeps what was typed meanwhile', () => {
    const sent = edit(start, 'index.mjs', 'sent');
    const typing = edit(sent, 'lib/b.mjs', 'later');
    const state = reduceEditor(typing, { type: 'deployed', deployed: deployed('two'), sent: sent.files });
    expect(letters(state)).toEqual({ 'lib/b.mjs': 'M' });
    expect(state.code).toMatchObject({ codeSha256: 'two', revisionId: 'r', zipBytes: 1 });
  });

  it('is refused into a conflict by newer code, and resolved either way', () => {
    const mine = edit(start, 'index.mjs', 'mine');
    const conflict = reduceEditor(mine, { type: 'reloaded', code: code('two', { 'index.mjs': 'theirs' }) });
    expect(conflict.hasConflict).toBe(true);
    const kept = reduceEditor(conflict, { type: 'keep-mine' });
    expect([kept.hasConflict, kept.files.get('index.mjs')?.content]).toEqual([false, 'mine']);
    const dropped = reduceEditor(conflict, { type: 'discard' });
    expect([dropped.hasConflict, dropped.files.get('index.mjs')?.content]).toEqual([false, 'theirs']);
  });

  it('is no conflict when only the configuration moved the revision on', () => {
    const mine = edit(start, 'index.mjs', 'mine');
    const state = reduceEditor(mine, { type: 'reloaded', code: { ...first, revisionId: 'newer' } });
    expect([state.hasConflict, state.code.revisionId]).toEqual([false, 'newer']);
  });
});

describe('open files', () => {
  const two = reduceEditor(start, { type: 'open', path: 'lib/b.mjs' });

  it('open once and close to the neighbour', () => {
    expect(reduceEditor(two, { type: 'open', path: 'index.mjs' })).toMatchObject({
      openPaths: ['index.mjs', 'lib/b.mjs'],
      activePath: 'index.mjs',
    });
    expect(reduceEditor(two, { type: 'close', path: 'lib/b.mjs' }).activePath).toBe('index.mjs');
    const none = reduceEditor(start, { type: 'close', path: 'index.mjs' });
    expect([none.openPaths, none.activePath]).toEqual([[], undefined]);
  });

  it('follow a renamed folder', () => {
    const files = renamePath(two.files, 'lib', 'src');
    const state = reduceEditor(two, { type: 'renamed', files, from: 'lib', to: 'src' });
    expect(state).toMatchObject({ openPaths: ['index.mjs', 'src/b.mjs'], activePath: 'src/b.mjs' });
  });

  it('stay open while a deleted file is still deployed, and close when it was only ours', () => {
    const deleted = reduceEditor(two, { type: 'files', files: removePath(two.files, 'lib/b.mjs') });
    expect(deleted.openPaths).toContain('lib/b.mjs');
    const own = reduceEditor(start, {
      type: 'files',
      files: writeText(start.files, 'n.mjs', ''),
      open: 'n.mjs',
    });
    const gone = reduceEditor(own, { type: 'files', files: removePath(own.files, 'n.mjs') });
    expect(gone).toMatchObject({ openPaths: ['index.mjs'], activePath: 'index.mjs' });
  });

  it('do not open folders', () => {
    expect(reduceEditor(start, { type: 'open', path: 'x/' })).toBe(start);
  });
});
