import { describe, expect, it } from 'vitest';
import type { RestMethod, RestResource } from '@/lib/domain/rest-api/method';
import { foldedAtFirst, rowsInView, targetText, treeRows } from './tree-rows';

const method = (httpMethod: string): RestMethod => ({
  httpMethod,
  authorizationType: 'NONE',
  authorizerId: '',
  scopes: [],
  apiKeyRequired: false,
  validatorId: '',
  operationName: '',
  parameters: {},
  models: {},
  responses: [],
  integration: null,
});
const resource = (id: string, parentId: string | undefined, path: string): RestResource => ({
  id,
  parentId,
  pathPart: path.split('/').pop() ?? '',
  path,
  methods: [method('GET')],
});
const few = [resource('r', undefined, '/'), resource('a', 'r', '/a'), resource('b', 'a', '/a/{b}')];
const many = [...few, ...Array.from({ length: 60 }, (_, index) => resource(`m${index}`, 'r', `/m${index}`))];
const none: ReadonlySet<string> = new Set();

describe('the lines of the tree', () => {
  it('come in order, with depth and marks', () => {
    const rows = treeRows(few, 'Mock', new Set(['GET /a']));
    expect(rows.map(({ depth, label }) => [depth, label])).toEqual([
      [0, '/'],
      [1, '/a'],
      [2, '/{b}'],
    ]);
    expect(rows[1]?.methods[0]?.isChanged).toBe(true);
    expect(rows[2]?.methods[0]?.isChanged).toBe(false);
    expect(targetText(null, 'Mock')).toBe('–');
  });
  it('open folded when there are many, but for the way to the chosen one', () => {
    expect(foldedAtFirst(treeRows(few, 'Mock', none), 'b')).toEqual([]);
    const folded = foldedAtFirst(treeRows(many, 'Mock', none), 'b');
    expect(folded).not.toContain('a');
    expect(folded).not.toContain('b');
    expect(folded).toContain('m1');
  });
  it('hide what is below a folded one, and keep the way to a match', () => {
    const rows = treeRows(few, 'Mock', none);
    expect(rowsInView(rows, new Set(['a']), '').map(({ id }) => id)).toEqual(['r', 'a']);
    expect(rowsInView(rows, new Set(['a']), '{b}').map(({ id }) => id)).toEqual(['r', 'a', 'b']);
    expect(rowsInView(rows, none, 'nothing')).toEqual([]);
  });
});
