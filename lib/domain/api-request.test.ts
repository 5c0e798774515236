import { describe, expect, it } from 'vitest';
import { fillPath, headerProblem, pathParameters, queryText, sentPath } from './api-request.ts';

describe('sentPath', () => {
  it.each([
    ['/pets/12', '/pets/12'],
    ['pets', '/pets'],
    ['/', '/'],
    ['', '/'],
    ['/a b/é', '/a%20b/%C3%A9'],
    ['/a%20b/50%', '/a%20b/50%25'],
    ['/a%2Fb', '/a%2Fb'],
    ['/..a/.b', '/..a/.b'],
    ['/v1:run/@me', '/v1:run/@me'],
  ])('%s is sent as %s', (typed, sent) => {
    expect(sentPath(typed)).toBe(sent);
  });

  it.each([
    '/..',
    '/../other/prod',
    '/a/%2e%2e/b',
    '/a/%2E./b',
    '/.',
    '/a/..%2fb',
    '/a/%5c..%5cb',
    '/a?b=1',
    '/a#b',
    '/a\\b',
    '/a\r\nHost: x',
  ])('refuses %j', (typed) => {
    expect(sentPath(typed)).toBeUndefined();
  });
});

describe('parameters of a path', () => {
  it('are found in order, greedy ones told apart', () => {
    expect(pathParameters('/users/{id}/{proxy+}')).toEqual([
      { name: 'id', isGreedy: false },
      { name: 'proxy', isGreedy: true },
    ]);
    expect(pathParameters('/')).toEqual([]);
  });

  it('are filled in encoded; what has no value stays', () => {
    expect(fillPath('/users/{id}/{proxy+}', { id: 'a/b', proxy: 'x y/z' })).toBe('/users/a%2Fb/x%20y/z');
    expect(fillPath('/users/{id}', { id: '' })).toBe('/users/{id}');
  });
});

it('writes a query as the signature wants it', () => {
  expect(
    queryText([
      ['a', "it's (1)"],
      ['a', ''],
      ['ü', '/'],
    ]),
  ).toBe('a=it%27s%20%281%29&a=&%C3%BC=%2F');
  expect(queryText([])).toBe('');
});

it.each([
  [['Accept', 'text/plain'], undefined],
  [['x y', '1'], 'name'],
  [['', '1'], 'name'],
  [['x', 'a\r\nHost: b'], 'value'],
  [['x', '日本'], 'value'],
  [['Host', 'other'], 'own'],
  [['Transfer-Encoding', 'chunked'], 'own'],
] as const)('header %j: %s', (header, problem) => {
  expect(headerProblem(header)).toBe(problem);
});
