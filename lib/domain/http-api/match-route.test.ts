import { describe, expect, it } from 'vitest';
import { functionArnOfUri, integrationName, readRouteKey, type HttpIntegration } from './http-api.ts';
import { matchRoute } from './match-route.ts';

const routesOf = (...keys: string[]) => keys.map((key) => ({ key, ...readRouteKey(key) }));

describe('the route that a request finds', () => {
  const routes = routesOf(
    'GET /pets/dog/1',
    'GET /pets/dog/{id}',
    'GET /pets/{proxy+}',
    'ANY /{proxy+}',
    '$default',
  );

  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}'],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST', '/test/5', 'ANY /{proxy+}'],
    ['GET', '/', '$default'],
    ['GET', '/pets/dog/1?a=b', 'GET /pets/dog/1'],
    ['GET', '/Pets/dog/1', 'ANY /{proxy+}'],
    ['DELETE', '/pets/dog/1', 'ANY /{proxy+}'],
  ])('%s %s is %s', (method, path, key) => {
    expect(matchRoute(routes, method, path)?.key).toBe(key);
  });

  it('prefers the named method to ANY, and literals from the left', () => {
    const others = routesOf('ANY /a/{x}', 'GET /a/{x}', 'GET /{y}/b', 'GET /a/b/{z+}');
    expect(matchRoute(others, 'GET', '/a/b')?.key).toBe('GET /a/{x}');
    expect(matchRoute(others, 'PUT', '/a/b')?.key).toBe('ANY /a/{x}');
    expect(matchRoute(others, 'GET', '/a/b/c/d')?.key).toBe('GET /a/b/{z+}');
  });

  it('is none without a default', () => {
    expect(matchRoute(routesOf('GET /'), 'GET', '/x')).toBeUndefined();
    expect(matchRoute(routesOf('GET /'), 'GET', '/')?.key).toBe('GET /');
  });
});

describe('an integration', () => {
  const arn = 'arn:aws:lambda:eu-west-3:111122223333:function:orders:prod';

  it.each([
    [arn, arn],
    [`arn:aws:apigateway:eu-west-3:lambda:path/2015-03-31/functions/${arn}/invocations`, arn],
    ['https://example.com', undefined],
    ['arn:aws:elasticloadbalancing:eu-west-3:111122223333:listener/app/x', undefined],
  ])('of %s calls %s', (uri, expected) => {
    expect(functionArnOfUri(uri)).toBe(expected);
  });

  it('has a name for tables', () => {
    const integration = { kind: 'lambda', uri: arn, functionArn: arn, subtype: '' } as HttpIntegration;
    expect(integrationName(integration)).toBe('orders:prod');
    expect(integrationName({ ...integration, kind: 'service', subtype: 'SQS-SendMessage' })).toBe(
      'SQS-SendMessage',
    );
  });
});
