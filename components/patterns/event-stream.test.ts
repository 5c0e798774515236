import { expect, it } from 'vitest';
import { createEventReader } from './event-stream';

it('puts events together from pieces', () => {
  const read = createEventReader();
  expect(read('data: {"a"')).toEqual([]);
  expect(read(':1}\n')).toEqual([]);
  expect(read('\ndata: 2\n\ndata: 3')).toEqual(['{"a":1}', '2']);
  expect(read('\n\n')).toEqual(['3']);
});

it('leaves heartbeats out and joins lines', () => {
  expect(createEventReader()(': still here\n\ndata: a\ndata: b\n\n')).toEqual(['a\nb']);
});
