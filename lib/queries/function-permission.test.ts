import { expect, it, vi } from 'vitest';
import { isArnLike } from './function-permission';

vi.mock('server-only', () => ({}));

const api = 'arn:aws:execute-api:eu-west-3:111122223333:abc';

it.each([
  [`${api}/*/*`, true],
  [`${api}/*/GET/orders/*`, true],
  [`${api}/*/*/orders/1`, true],
  [`${api}/prod/GET/orders/1`, false],
  [`${api}/*/POST/orders/1`, false],
  [`${api}x/*/*`, false],
  [`${api}/$default/GET/order?/1`, true],
  ['*', true],
])('the pattern %s covers a call of a route: %s', (pattern, expected) => {
  expect(isArnLike(pattern, `${api}/$default/GET/orders/1`)).toBe(expected);
});
