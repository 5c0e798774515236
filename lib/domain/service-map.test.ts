import { expect, it } from 'vitest';
import { aroundService, columnsOf, type ServiceMap } from './service-map.ts';

const calls = { total: 1, faults: 0, errors: 0, throttles: 0, averageMs: 1 };
const map = (...edges: [string, string][]): ServiceMap => ({
  services: [...new Set(edges.flat())].map((id) => ({ id, name: id, type: '', calls })),
  edges: edges.map(([from, to]) => ({ from, to, calls })),
});

it('keeps what hangs together with a service', () => {
  const whole = map(['client', 'shop'], ['shop', 'price'], ['other', 'thing']);
  expect(aroundService(whole, 'price').services.map(({ id }) => id)).toEqual(['client', 'shop', 'price']);
  expect(aroundService(whole, 'none')).toEqual({ services: [], edges: [] });
});

it('puts services right of their callers, and comes to an end with circles', () => {
  const places = (given: ServiceMap) =>
    Object.fromEntries([...columnsOf(given)].map(([id, { column, row }]) => [id, [column, row]]));
  expect(places(map(['client', 'shop'], ['shop', 'price'], ['shop', 'stock']))).toEqual({
    client: [0, 0],
    shop: [1, 0],
    price: [2, 0],
    stock: [2, 1],
  });
  expect(places(map(['a', 'b'], ['b', 'a']))).toEqual({ a: [0, 0], b: [1, 0] });
  expect(places(map(['x', 'x']))).toEqual({ x: [0, 0] });
  expect(places(map(['c', 'd'], ['a', 'b'], ['b', 'a']))).toMatchObject({ c: [0, 0], d: [1, 0] });
});
