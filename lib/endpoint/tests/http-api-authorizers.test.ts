import {
  CreateAuthorizerCommand,
  CreateRouteCommand,
  CreateStageCommand,
  type CreateAuthorizerCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeFunction } from './clients.ts';
import { functionArn, refusalOf, startHttpApis, type Sent } from './http-api-harness.ts';

const apis = await startHttpApis();
const { call, createApi, gateway, integrate } = apis;
afterAll(() => apis.close());

const guardUri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn('guard')}/invocations`;

/** Does what the header `x-guard` says, and counts its calls. */
const guard = `
let calls = 0;
export const handler = async (event) => {
  calls += 1;
  const header = (name) => event.headers[name] ?? event.headers[name.replace(/^x-g/, 'X-G')];
  const said = JSON.parse(header('x-guard') ?? '{}');
  if (said.fail) throw new Error(said.fail);
  if (said.raw !== undefined) return said.raw;
  const context = { calls, event: JSON.stringify(event), flag: true, ...said.context };
  if (said.simple !== undefined) return { isAuthorized: said.simple, context };
  return {
    principalId: 'me',
    context,
    policyDocument: { Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: said.resource ?? event.methodArn ?? event.routeArn }] },
  };
};`;

beforeAll(async () => {
  await createNodeFunction(apis.clients, 'guard', guard);
  await apis.permit('guard', 'arn:aws:execute-api:us-east-1:000000000000:*/authorizers/*');
});

/** An API whose routes are kept by the function `guard`, in front of one that answers with its event. */
async function guarded(more: Partial<CreateAuthorizerCommandInput>, version = '2.0'): Promise<string> {
  const ApiId = await createApi();
  const { target: Target } = await integrate(ApiId, {
    PayloadFormatVersion: version,
    ...(version === '1.0' && { IntegrationUri: functionArn('tell') }),
  });
  const { AuthorizerId } = await gateway.send(
    new CreateAuthorizerCommand({
      ApiId,
      Name: 'guard',
      AuthorizerType: 'REQUEST',
      AuthorizerUri: guardUri,
      AuthorizerPayloadFormatVersion: '2.0',
      IdentitySource: ['$request.header.X-Token'],
      ...more,
    }),
  );
  for (const RouteKey of ['GET /pets/{id}', 'GET /other'])
    await gateway.send(
      new CreateRouteCommand({ ApiId, RouteKey, Target, AuthorizationType: 'CUSTOM', AuthorizerId }),
    );
  await gateway.send(new CreateStageCommand({ ApiId, StageName: 'dev', AutoDeploy: true }));
  return ApiId;
}

const saying = (said: object, token = 't'): Sent => ({
  headers: { 'x-token': token, 'x-guard': JSON.stringify(said) },
});

interface Seen {
  readonly requestContext: { readonly authorizer: { readonly lambda: Record<string, unknown> } };
}

describe('a Lambda authorizer', () => {
  it('with simple responses, in payload format 2.0', async () => {
    const api = await guarded({ EnableSimpleResponses: true });
    const answer = await call(
      api,
      '/dev/pets/1?a=1',
      saying({ simple: true, context: { nested: { a: [1] } } }),
    );
    expect(answer.status).toBe(200);
    const { lambda } = (answer.json as unknown as Seen).requestContext.authorizer;
    expect(lambda).toMatchObject({ flag: true, nested: { a: [1] } });
    const event = JSON.parse(String(lambda['event'])) as object;
    expect(event).toMatchObject({
      version: '2.0',
      type: 'REQUEST',
      routeArn: `arn:aws:execute-api:us-east-1:000000000000:${api}/dev/GET/pets/1`,
      identitySource: ['t'],
      routeKey: 'GET /pets/{id}',
      rawPath: '/dev/pets/1',
      rawQueryString: 'a=1',
      pathParameters: { id: '1' },
      requestContext: { stage: 'dev', http: { method: 'GET' } },
    });
    expect(event).not.toHaveProperty('body');
    const statusOf = async (sent: Sent) => {
      const { status, text } = await call(api, '/dev/pets/1', sent);
      return `${status} ${text}`;
    };
    expect(await statusOf(saying({ simple: false }))).toBe('403 {"message":"Forbidden"}');
    expect(await statusOf({})).toBe('401 {"message":"Unauthorized"}');
    expect(await statusOf(saying({ simple: 'yes' }))).toBe('500 {"message":"Internal Server Error"}');
    expect(await statusOf(saying({ raw: null }))).toBe('500 {"message":"Internal Server Error"}');
    expect(await statusOf(saying({ fail: 'boom' }))).toBe('500 {"message":"Internal Server Error"}');
    expect(await statusOf(saying({ fail: 'Unauthorized' }))).toBe('401 {"message":"Unauthorized"}');
  });

  it('with a policy, in payload format 1.0, judged anew for each route', async () => {
    const api = await guarded(
      { AuthorizerPayloadFormatVersion: '1.0', AuthorizerResultTtlInSeconds: 60 },
      '1.0',
    );
    const first = await call(api, '/dev/pets/1', saying({}));
    expect(first.status).toBe(200);
    const seen = first.json as unknown as { requestContext: { authorizer: Record<string, unknown> } };
    const { authorizer } = seen.requestContext;
    expect(authorizer).toMatchObject({ claims: null, scopes: null, principalId: 'me', flag: true });
    const asked = JSON.parse(String(authorizer['event'])) as object;
    expect(asked).not.toHaveProperty('multiValueHeaders');
    expect(asked).toMatchObject({
      queryStringParameters: {},
      version: '1.0',
      type: 'REQUEST',
      methodArn: `arn:aws:execute-api:us-east-1:000000000000:${api}/dev/GET/pets/1`,
      identitySource: 't',
      authorizationToken: 't',
      resource: '/pets/{id}',
      path: '/dev/pets/1',
      httpMethod: 'GET',
      pathParameters: { id: '1' },
    });
    // The same identity: nobody is asked, and the policy names another route.
    expect((await call(api, '/dev/other', saying({ resource: '*' }))).status).toBe(403);
    expect((await call(api, '/dev/other', saying({ resource: '*' }, 'u'))).status).toBe(200);
    const again = await call(api, '/dev/pets/1', saying({}));
    expect((again.json as unknown as typeof seen).requestContext.authorizer['calls']).toBe(
      authorizer['calls'],
    );
  });

  it('is asked every time without a time to live', async () => {
    const api = await guarded({ EnableSimpleResponses: true });
    const callsOf = async () => {
      const { json } = await call(api, '/dev/other', saying({ simple: true }));
      return Number((json as unknown as Seen).requestContext.authorizer.lambda['calls']);
    };
    expect(await callsOf()).toBeLessThan(await callsOf());
  });

  it('refuses what it cannot be', async () => {
    const ApiId = await createApi();
    const create = (more: Partial<CreateAuthorizerCommandInput>) =>
      refusalOf(
        gateway.send(
          new CreateAuthorizerCommand({
            ApiId,
            Name: 'g',
            AuthorizerType: 'REQUEST',
            AuthorizerUri: guardUri,
            AuthorizerPayloadFormatVersion: '2.0',
            IdentitySource: ['$request.header.a'],
            ...more,
          }),
        ),
      );
    expect(await create({ AuthorizerPayloadFormatVersion: undefined })).toContain(
      'AuthorizerPayloadFormatVersion is a required parameter',
    );
    expect(await create({ AuthorizerPayloadFormatVersion: '3.0' })).toContain('Must be one of [1.0, 2.0]');
    expect(await create({ AuthorizerPayloadFormatVersion: '1.0', EnableSimpleResponses: true })).toContain(
      'needs AuthorizerPayloadFormatVersion 2.0',
    );
    expect(await create({ AuthorizerResultTtlInSeconds: 3601 })).toContain('between 0 and 3600');
    expect(await create({ AuthorizerResultTtlInSeconds: 1, IdentitySource: [] })).toContain(
      'IdentitySource is required',
    );
    expect(await create({ IdentitySource: ['route.request.header.a'] })).toContain(
      'Invalid mapping expression',
    );
    expect(await create({ AuthorizerUri: 'arn:aws:lambda:x' })).toContain('Invalid Authorizer URI');
    expect(
      await refusalOf(
        gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /', AuthorizationType: 'CUSTOM' })),
      ),
    ).toContain('Invalid authorizer ID');
  });
});

it('AWS_IAM lets in who signs with a key of the account, and tells who it was', async () => {
  const ApiId = await createApi();
  const { target: Target } = await integrate(ApiId);
  await gateway.send(
    new CreateRouteCommand({ ApiId, RouteKey: 'POST /in', Target, AuthorizationType: 'AWS_IAM' }),
  );
  await gateway.send(new CreateStageCommand({ ApiId, StageName: '$default', AutoDeploy: true }));
  const signed = (key: string, service = 'execute-api') => ({
    method: 'POST',
    body: 'x',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    },
  });
  const answer = await call(ApiId, '/in', signed('000000000000'));
  expect(answer.json['requestContext']).toMatchObject({
    authorizer: {
      iam: {
        accessKey: '000000000000',
        accountId: '000000000000',
        userArn: 'arn:aws:iam::000000000000:root',
      },
    },
  });
  for (const sent of [{ method: 'POST' }, signed('111111111111'), signed('000000000000', 'lambda')]) {
    const { status, text } = await call(ApiId, '/in', sent);
    expect([status, text]).toEqual([403, '{"message":"Forbidden"}']);
  }
});
