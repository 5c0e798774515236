import { expect, it } from 'vitest';
import { selectedRoute } from './api-socket.ts';

const message = '{"service":"chat","action":"join","deep":{"a":1}}';

it.each([
  ['$request.body.action', 'join'],
  ['${request.body.action}', 'join'],
  ['${request.body.service}/${request.body.action}', 'chat/join'],
  ['${request.body.action}-${request.body.nope}', 'join-'],
  ['$request.body.deep.a', '1'],
  ['$request.body.deep', undefined],
  ['$request.body.nope', undefined],
  ['action', 'action'],
])('%s selects %s', (expression, route) => {
  expect(selectedRoute(expression, message)).toBe(route);
});

it('selects nothing for what is not JSON', () => {
  expect(selectedRoute('$request.body.action', 'hello')).toBeUndefined();
});
