import { expect, it } from 'vitest';
import { appendEvent, emptyLog } from './frames';

const frame = (direction: 'in' | 'out', text = 'x') =>
  ({ kind: 'frame', direction, text, bytes: text.length, at: '2026-01-01T00:00:00Z' }) as const;

it('counts both ways and keeps the newest', () => {
  let log = emptyLog;
  for (let index = 0; index < 510; index += 1) log = appendEvent(log, frame(index % 2 ? 'in' : 'out'));
  expect(log.frames).toHaveLength(500);
  expect(log).toMatchObject({ dropped: 10, received: 255, sent: 255 });
  expect(log.frames[0]?.id).toBe(11);
});

it('drops by size, but never the last', () => {
  const large = 'x'.repeat(3_000_000);
  const log = appendEvent(appendEvent(emptyLog, frame('in', large)), frame('in', large + large));
  expect(log.frames).toHaveLength(1);
  expect(log.dropped).toBe(1);
});
