import { expect, test } from 'vitest';
import { isSameDefinition } from './undeployed.ts';

const document = (more: object) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'a' },
    paths: { '/a': { get: { responses: {} } } },
    ...more,
  });

test('the same whatever the order, the name and the address', () => {
  const other = JSON.stringify({
    paths: { '/a': { get: { responses: {} } } },
    servers: [{ url: 'https://example.com/{basePath}' }],
    tags: [{ name: 'team' }],
    info: { title: 'b' },
    openapi: '3.0.1',
  });
  expect(isSameDefinition(document({}), other)).toBe(true);
});

test('another route, or another CORS, is a difference', () => {
  expect(isSameDefinition(document({}), document({ paths: {} }))).toBe(false);
  expect(isSameDefinition(document({}), document({ 'x-amazon-apigateway-cors': { maxAge: 1 } }))).toBe(false);
});

test('what cannot be read is no proof of sameness', () => {
  expect(isSameDefinition('no', 'no')).toBe(false);
  expect(isSameDefinition('[]', '[]')).toBe(false);
});
