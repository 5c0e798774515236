import { describe, expect, it, vi } from 'vitest';
import type { FunctionRow } from '@/lib/domain/function-list';
import { FunctionIndex, type FunctionSource } from './function-index';

const row = (name: string, lastModified = '2026-11-01'): FunctionRow => ({
  name,
  arn: `arn:${name}`,
  description: '',
  packageType: 'Zip',
  runtime: 'nodejs24.x',
  architecture: 'x86_64',
  memoryMb: 128,
  timeoutSeconds: 3,
  codeSizeBytes: 1,
  role: 'r',
  layers: [],
  variableKeys: [],
  lastModified,
});

/** A source over a list that tests change, with a clock and a record of what was asked. */
function fakeSource(names: string[]) {
  const state = {
    names,
    nowMs: 1_000_000,
    listed: 0,
    described: [] as string[],
    fail: undefined as unknown,
    gate: Promise.resolve(),
    tags: undefined as Map<string, Record<string, string>> | undefined,
    tagsAsked: 0,
  };
  const source: FunctionSource = {
    listPage(marker) {
      if (state.fail) return Promise.reject(state.fail as Error);
      if (!marker) state.listed += 1;
      const start = Number(marker ?? 0);
      const next = start + 50 < state.names.length ? String(start + 50) : undefined;
      return Promise.resolve({ rows: state.names.slice(start, start + 50).map((name) => row(name)), next });
    },
    async describe(name) {
      state.described.push(name);
      await state.gate;
      return { state: 'Active', tags: { of: name } };
    },
    listTags() {
      state.tagsAsked += 1;
      return state.tags ? Promise.resolve(state.tags) : Promise.reject(new Error('not allowed'));
    },
    now: () => state.nowMs,
  };
  return { state, index: new FunctionIndex(source) };
}

describe('FunctionIndex', () => {
  it('reads every page once for any number of readers', async () => {
    const { state, index } = fakeSource(Array.from({ length: 120 }, (_, number) => `f${number}`));
    expect(index.snapshot()).toMatchObject({ isComplete: false, fetchedAt: undefined });
    await Promise.all([index.refresh(), index.refresh()]);
    expect(index.snapshot()).toMatchObject({ isComplete: true, fetchedAt: 1_000_000 });
    expect(index.snapshot().rows).toHaveLength(120);
    expect(state.listed).toBe(1);
  });

  it('lists again only when stale', async () => {
    const { state, index } = fakeSource(['a']);
    await index.refresh();
    state.nowMs += 14_000;
    index.snapshot();
    expect(state.listed).toBe(1);
    state.nowMs += 2_000;
    index.snapshot();
    await index.refresh();
    expect(state.listed).toBe(2);
  });

  it('asks first for what is on screen', async () => {
    const { state, index } = fakeSource(Array.from({ length: 100 }, (_, number) => `f${number}`));
    let open: () => void = () => undefined;
    state.gate = new Promise((resolve) => (open = resolve));
    await index.refresh();
    const described = index.describeNow(['f90', 'f91']);
    open();
    await described;
    // Six were on their way when the page asked; its own come right after them.
    expect(state.described.slice(6, 8)).toEqual(['f90', 'f91']);
    const shown = index.snapshot().rows.find((found) => found.name === 'f90');
    expect(shown).toMatchObject({ state: 'Active', tags: { of: 'f90' } });
  });

  it('takes its time over what nobody waits for', async () => {
    const { state, index } = fakeSource(Array.from({ length: 300 }, (_, number) => `f${number}`));
    await index.refresh();
    await vi.waitFor(() => expect(state.described).toHaveLength(100));
    await index.describeNow(['f298', 'f299']);
    expect(state.described.slice(100)).toEqual(['f298', 'f299']);
    state.nowMs += 1000;
    await vi.waitFor(() => expect(state.described).toHaveLength(152));
  });

  it('keeps the last rows and says why when a listing fails', async () => {
    const { state, index } = fakeSource(['a', 'b']);
    await index.refresh();
    state.fail = new Error('refused');
    await index.refresh();
    expect(index.snapshot().rows).toHaveLength(2);
    expect(index.snapshot().error).toBe(state.fail);
  });

  it('shows what was created or deleted here at once', async () => {
    const { index } = fakeSource(['a']);
    await index.refresh();
    index.put(row('new'));
    index.remove('a');
    expect(index.snapshot().rows.map((found) => found.name)).toEqual(['new']);
  });

  describe('with a connection that tells all tags at once', () => {
    it('knows the tags of functions that were not described yet', async () => {
      const { state, index } = fakeSource(['a', 'b']);
      state.tags = new Map([['arn:a', { team: 'red' }]]);
      state.gate = new Promise(() => undefined);
      await index.refresh();
      await vi.waitFor(() => {
        expect(index.snapshot().rows.map(({ tags }) => tags)).toEqual([{ team: 'red' }, {}]);
      });
    });

    it('does not hold on to tags of what was changed here', async () => {
      const { state, index } = fakeSource(['a']);
      state.tags = new Map([['arn:a', { team: 'red' }]]);
      await index.refresh();
      index.put(row('a', '2026-11-02'));
      expect(index.snapshot().rows[0]?.tags).toBeUndefined();
    });

    it('believes the description more', async () => {
      const { state, index } = fakeSource(['a']);
      state.tags = new Map([['arn:a', { team: 'red' }]]);
      await index.refresh();
      await index.describeNow(['a']);
      expect(index.snapshot().rows[0]?.tags).toEqual({ of: 'a' });
    });

    it('asks every five minutes, also where it was refused', async () => {
      const { state, index } = fakeSource(['a']);
      await index.refresh();
      state.nowMs += 4 * 60_000;
      await index.refresh();
      expect(state.tagsAsked).toBe(1);
      state.nowMs += 2 * 60_000;
      await index.refresh();
      expect(state.tagsAsked).toBe(2);
    });
  });
});
