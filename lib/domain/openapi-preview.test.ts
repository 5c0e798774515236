import { describe, expect, it } from 'vitest';
import { previewOpenApi } from './openapi-preview.ts';

const uri =
  'arn:aws:apigateway:eu-west-3:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-3:1:function:orders/invocations';
const document = {
  openapi: '3.0.1',
  info: { title: 'shop', version: '7' },
  security: [{ jwt: [] }],
  paths: {
    '/orders': {
      get: { 'x-amazon-apigateway-integration': { type: 'aws_proxy', uri } },
      post: {
        'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/page' },
        'x-amazon-apigateway-auth': { type: 'NONE' },
      },
      parameters: [],
    },
    '/{proxy+}': { 'x-amazon-apigateway-any-method': {} },
  },
  components: {
    schemas: { Order: {}, Error: {} },
    securitySchemes: { jwt: { 'x-amazon-apigateway-authorizer': {} }, other: {} },
    'x-amazon-apigateway-integrations': { page: { type: 'http_proxy', uri: 'https://example.com' } },
  },
};

describe('a preview of an import', () => {
  it('lists methods with what they call', () => {
    const preview = previewOpenApi(document, 'HTTP');
    expect(preview).toMatchObject({
      format: 'OpenAPI 3.0.1',
      title: 'shop',
      methodCount: 3,
      pathCount: 2,
      authorizers: ['jwt'],
      modelCount: 2,
      problem: undefined,
    });
    expect(preview.rows).toEqual([
      { method: 'GET', path: '/orders', integration: 'AWS_PROXY orders', isSecured: true },
      { method: 'POST', path: '/orders', integration: 'HTTP_PROXY https://example.com', isSecured: false },
      { method: 'ANY', path: '/{proxy+}', integration: undefined, isSecured: true },
    ]);
  });

  it.each([
    [null, 'REST', 'not-openapi'],
    ['text', 'REST', 'not-openapi'],
    [{ openapi: '3.0.0', paths: {} }, 'REST', 'no-paths'],
    [{ swagger: '2.0', paths: { '/': { get: {} } } }, 'REST', undefined],
    [{ swagger: '2.0', paths: { '/': { get: {} } } }, 'HTTP', 'needs-openapi-3'],
    [{ openapi: '3.0.0', paths: { '/': null, '/a': [1] } }, 'HTTP', 'no-paths'],
  ] as const)('of %j as %s has the problem %s', (value, kind, problem) => {
    expect(previewOpenApi(value, kind).problem).toBe(problem);
  });

  it('shows a bounded part of very many methods and counts them all', () => {
    const paths = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`/p${n}`, { get: {} }]));
    const preview = previewOpenApi({ openapi: '3.0.0', paths }, 'REST');
    expect([preview.rows.length, preview.methodCount]).toEqual([300, 1_000]);
  });
});
