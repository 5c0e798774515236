import { describe, expect, it, test } from 'vitest';
import type { Snapshot } from '../../services/apigatewayv2/index.ts';
import { routeTableOf } from './route-table.ts';

function tableOf(...keys: string[]) {
  const snapshot: Snapshot = {
    routes: keys.map((RouteKey, index) => ({ RouteId: String(index), RouteKey })),
    integrations: [],
    authorizers: [],
    isEndpointDisabled: false,
  };
  const table = routeTableOf(snapshot);
  return (method: string, path: string) => {
    const match = table.match(method, path);
    return match && [match.route.RouteKey, match.pathParameters];
  };
}

describe('the best route', () => {
  const keys = [
    '$default',
    'ANY /{proxy+}',
    'GET /pets/{proxy+}',
    'GET /pets/dog/{id}',
    'GET /pets/dog/1',
    'ANY /pets/dog/1',
    'GET /{kind}/dog/1',
    'GET /{kind}/{name}/{id}',
  ];
  // The order in which routes were made says nothing.
  describe.each([keys, [...keys].reverse()])('of %j', (...made) => {
    const match = tableOf(...made);
    test.each([
      ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
      ['PUT', '/pets/dog/1', 'ANY /pets/dog/1', {}],
      ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
      ['GET', '/cats/dog/1', 'GET /{kind}/dog/1', { kind: 'cats' }],
      ['GET', '/cats/dog/2', 'GET /{kind}/{name}/{id}', { kind: 'cats', name: 'dog', id: '2' }],
      ['GET', '/pets/cat/1/2', 'GET /pets/{proxy+}', { proxy: 'cat/1/2' }],
      ['POST', '/pets/cat/1/2', 'ANY /{proxy+}', { proxy: 'pets/cat/1/2' }],
      ['PUT', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
      ['GET', '/', '$default', {}],
    ])('for %s %s is %s', (method, path, key, parameters) => {
      expect(match(method, path)).toEqual([key, parameters]);
    });
  });
});

it('is none where no route fits', () => {
  const match = tableOf('GET /a', 'GET /b/{id}', 'GET /c/{rest+}');
  for (const path of ['/A', '/a/', '/b', '/b/', '/b/1/2', '/c', '/c/', '/', '//a'])
    expect(match('GET', path), path).toBeUndefined();
  expect(match('POST', '/a')).toBeUndefined();
  expect(match('GET', '/c/x/')).toEqual(['GET /c/{rest+}', { rest: 'x/' }]);
});

it('keeps names of variables apart from what objects have', () => {
  const parameters = tableOf('GET /{__proto__}/{constructor}')('GET', '/a/b')?.[1];
  expect(Object.entries(parameters ?? {})).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
});
