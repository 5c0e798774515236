import { expect, test } from 'vitest';
import { createGroupCommit } from './group-commit.ts';
import { openTemporaryStore } from './temporary-store.ts';

async function open() {
  const store = await openTemporaryStore();
  let commits = 0;
  const { database } = store;
  database.transaction(() => {
    database.statement('CREATE TABLE note (text TEXT UNIQUE)').run();
  });
  const counted = {
    ...database,
    transaction<T>(work: () => T): T {
      commits += 1;
      return database.transaction(work);
    },
  };
  return {
    group: createGroupCommit(counted),
    commits: () => commits,
    write: (text: string) => database.statement('INSERT INTO note (text) VALUES (:text)').run({ text }),
    notes: () =>
      database
        .statement<{ text: string }>('SELECT text FROM note ORDER BY text')
        .all()
        .map((row) => row.text),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

test('works of one turn share a transaction and are there when it resolves', async () => {
  await using store = await open();
  const results = await Promise.all(
    ['a', 'b', 'c'].map((text) =>
      store.group.run(() => {
        store.write(text);
        return text.toUpperCase();
      }),
    ),
  );
  expect(results).toEqual(['A', 'B', 'C']);
  expect(store.notes()).toEqual(['a', 'b', 'c']);
  expect(store.commits()).toBe(1);
});

test('a work that fails takes nothing of the others with it', async () => {
  await using store = await open();
  const results = await Promise.allSettled([
    store.group.run(() => store.write('a')),
    store.group.run(() => {
      store.write('lost');
      throw new Error('no');
    }),
    store.group.run(() => store.write('a')),
    store.group.run(() => store.write('b')),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(store.notes()).toEqual(['a', 'b']);
});
