import { expect, it } from 'vitest';
import { readSharedEvents, withoutSharedEvent, withSharedEvent } from './shared-events.ts';
import { eventKey, parseEventKey } from './test-event.ts';

const document = (examples?: object) =>
  JSON.stringify({
    openapi: '3.0.0',
    info: { version: '1.0.0', title: 'Event' },
    paths: {},
    components: { schemas: { Event: { type: 'object' } }, ...(examples && { examples }) },
  });

it('reads the events of a document by name, as text to edit', () => {
  const content = document({ b: { value: 1 }, a: { value: { x: [1] } }, broken: 'text', empty: {} });
  expect(readSharedEvents(content)).toEqual([
    { name: 'a', body: '{\n  "x": [\n    1\n  ]\n}' },
    { name: 'b', body: '1' },
  ]);
  expect(readSharedEvents(document())).toEqual([]);
});

it.each(['', 'no JSON', '[]', '{}', '{"components":[]}', '{"components":{"examples":[]}}'])(
  'knows that %j has no events',
  (content) => {
    expect(readSharedEvents(content)).toBeUndefined();
    expect(withSharedEvent(content, 'a', 1)).toBeUndefined();
    expect(withoutSharedEvent(content, 'a')).toBeUndefined();
  },
);

it('adds an event to a document, and leaves what others wrote', () => {
  const metadata = { 'x-metadata': { invocationType: 'Event' } };
  const content = document({ a: { value: 1, ...metadata }, b: { value: 2 } });
  const after = withSharedEvent(content, 'a', { x: null }) ?? '';
  expect(JSON.parse(after)).toEqual(
    JSON.parse(document({ a: { value: { x: null }, ...metadata }, b: { value: 2 } })),
  );
  expect(JSON.parse(withSharedEvent(document(), 'a', 1) ?? '')).toEqual(
    JSON.parse(document({ a: { value: 1 } })),
  );
});

it.each(['__proto__', 'constructor', 'toString'])('takes %s for a name like others', (name) => {
  const after = withSharedEvent(document(), name, 1) ?? '';
  expect(readSharedEvents(after)).toEqual([{ name, body: '1' }]);
  expect(withoutSharedEvent(document(), name)).toBeUndefined();
  expect(withoutSharedEvent(after, name)?.isLast).toBe(true);
});

it('takes an event out of a document, and says when it was the last', () => {
  const first = withoutSharedEvent(document({ a: { value: 1 }, b: { value: 2 } }), 'a');
  expect(first).toEqual({ content: document({ b: { value: 2 } }), isLast: false });
  expect(withoutSharedEvent(first?.content ?? '', 'b')).toMatchObject({ isLast: true });
  expect(withoutSharedEvent(first?.content ?? '', 'c')).toBeUndefined();
});

it('tells a private event from a shareable one of the same name', () => {
  for (const event of [
    { name: 'a', sharing: 'private' },
    { name: 'a', sharing: 'shareable' },
    { name: 'shareable', sharing: 'private' },
  ] as const)
    expect(parseEventKey(eventKey(event))).toEqual(event);
  expect(eventKey({ name: 'a', sharing: 'private' })).toBe('a');
});
