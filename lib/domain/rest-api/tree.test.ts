import { describe, expect, it } from 'vitest';
import type { RestResource } from './method';
import { partProblem, resourceTree, withDescendants } from './tree';

const resource = (
  id: string,
  parentId: string | undefined,
  pathPart: string,
  path: string,
): RestResource => ({
  id,
  parentId,
  pathPart,
  path,
  methods: [],
});
const root = resource('r', undefined, '', '/');
const orders = resource('o', 'r', 'orders', '/orders');
const order = resource('i', 'o', '{id}', '/orders/{id}');
const ordersOld = resource('x', 'r', 'orders-old', '/orders-old');
const proxy = resource('p', 'o', '{all+}', '/orders/{all+}');
const all = [order, ordersOld, root, orders];

describe('the tree of resources', () => {
  it('puts children below their parents, by name', () => {
    const [top] = resourceTree(all);
    expect(top?.resource.id).toBe('r');
    expect(top?.children.map(({ resource: { id } }) => id)).toEqual(['o', 'x']);
    expect(top?.children[0]?.children[0]?.resource.id).toBe('i');
  });
  it('keeps those whose parent was not read', () => {
    expect(resourceTree([order]).map(({ resource: { id } }) => id)).toEqual(['i']);
  });
  it('knows what goes with a resource', () => {
    expect(withDescendants(all, 'o').map(({ id }) => id)).toEqual(['o', 'i']);
    expect(withDescendants(all, 'r')).toHaveLength(4);
  });
  it('says what is wrong with a path part', () => {
    expect(partProblem('', root, all)).toBe('empty');
    expect(partProblem('a b', root, all)).toBe('form');
    expect(partProblem('{a', root, all)).toBe('form');
    expect(partProblem('orders', root, all)).toBe('exists');
    expect(partProblem('{other}', orders, all)).toBe('secondVariable');
    expect(partProblem('x', proxy, all)).toBe('greedyParent');
    expect(partProblem('{proxy+}', root, all)).toBeUndefined();
    expect(partProblem('items.v2', orders, all)).toBeUndefined();
  });
});
