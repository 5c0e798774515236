import { expect, it } from 'vitest';
import { runEach } from './run-each';

it('never has more at work than it may, and does each once', async () => {
  let atWork = 0;
  let most = 0;
  const done: string[] = [];
  const names = Array.from({ length: 20 }, (_, index) => String(index));
  const work = async (name: string) => {
    atWork += 1;
    most = Math.max(most, atWork);
    await Promise.resolve();
    atWork -= 1;
    done.push(name);
  };
  await runEach(names, 3, work, new AbortController().signal);
  expect(most).toBe(3);
  expect([...done].sort()).toEqual([...names].sort());
});

it('begins nothing more once it is stopped', async () => {
  const stop = new AbortController();
  const done: string[] = [];
  const work = (name: string) => {
    done.push(name);
    stop.abort();
    return Promise.resolve();
  };
  await runEach(['a', 'b', 'c'], 1, work, stop.signal);
  expect(done).toEqual(['a']);
});
