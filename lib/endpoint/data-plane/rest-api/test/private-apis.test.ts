import {
  CreateDeploymentCommand,
  UpdateRestApiCommand,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, test } from 'vitest';
import { functionUri, openRestPlane, type Sent } from './harness.ts';

const forbidden = { status: 403, text: '{"message":"Forbidden"}' };
const allowed = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };

async function openPrivate(vpcEndpointIds: string[] | undefined, statements: object[] = [allowed]) {
  const rest = await openRestPlane({ tell: (event) => ({ body: JSON.stringify(event) }) });
  const id = await rest.createApi({
    endpointConfiguration: { types: ['PRIVATE'], ...(vpcEndpointIds && { vpcEndpointIds }) },
    policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  });
  await rest.method(id, '/m', 'GET', {
    integration: { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: functionUri('tell') },
    responses: [],
  });
  await rest.deploy(id);
  const patch = (...patchOperations: PatchOperation[]) =>
    rest.client.send(new UpdateRestApiCommand({ restApiId: id, patchOperations }));
  /** Under an endpoint's own name. */
  const through = (endpoint: string, headers: Sent['headers'] = { 'x-apigw-api-id': id }) =>
    rest.send('/dev/m', { host: `${endpoint}.execute-api.us-east-1.vpce.localhost`, headers });
  return { rest, id, patch, through, [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose]() };
}

describe('a private API', () => {
  test('answers through its VPC endpoints alone', async () => {
    await using own = await openPrivate(['vpce-1a']);
    const { rest, id, through } = own;
    expect(await rest.call(id, '/dev/m')).toMatchObject(forbidden);
    expect(await rest.send(`/_aws/execute-api/${id}/dev/m`)).toMatchObject(forbidden);
    expect(await rest.call(`${id}-vpce-2b`, '/dev/m')).toMatchObject(forbidden);
    const { requestContext } = JSON.parse((await rest.call(`${id}-vpce-1a`, '/dev/m')).text) as {
      requestContext: { identity: object; apiId: string };
    };
    expect(requestContext).toMatchObject({ apiId: id, identity: { vpceId: 'vpce-1a', vpcId: 'vpc-1a' } });
    expect((await through('vpce-1a')).status).toBe(200);
    // The names of an endpoint in one zone.
    expect((await through('vpce-1a-k2m4x6z8-us-east-1b')).status).toBe(200);
    expect(await through('vpce-2b')).toMatchObject(forbidden);
  });

  test('takes every endpoint that its policy lets in when it names none', async () => {
    const unless = { StringNotEquals: { 'aws:SourceVpce': ['vpce-1a', 'vpce-2b'] } };
    await using own = await openPrivate(undefined, [
      allowed,
      { ...allowed, Effect: 'Deny', Condition: unless },
    ]);
    const status = async (endpoint: string) =>
      (await own.rest.call(`${own.id}-${endpoint}`, '/dev/m')).status;
    expect([await status('vpce-1a'), await status('vpce-2b'), await status('vpce-3c')]).toEqual([
      200, 200, 403,
    ]);
  });

  test('knows the VPC of an endpoint, and no endpoint that is gone', async () => {
    const within = { StringEquals: { 'aws:SourceVpc': 'vpc-1a' } };
    await using own = await openPrivate(undefined, [{ ...allowed, Condition: within }]);
    expect((await own.through('vpce-1a')).status).toBe(200);
    expect((await own.through('vpce-2b')).status).toBe(403);
    await using open = await openPrivate(undefined);
    expect((await open.through('vpce-8b')).status).toBe(200);
    expect(await open.through('vpce-9b')).toMatchObject(forbidden);
  });

  test('is not deployed without a policy, and does not become edge-optimised', async () => {
    await using own = await openPrivate(['vpce-1a']);
    const toEdge = { op: 'replace', path: '/endpointConfiguration/types/PRIVATE', value: 'EDGE' } as const;
    await expect(own.patch(toEdge)).rejects.toThrow('from PRIVATE to EDGE');
    await own.patch({ op: 'remove', path: '/policy' });
    await expect(
      own.rest.client.send(new CreateDeploymentCommand({ restApiId: own.id, stageName: 'dev' })),
    ).rejects.toThrow("Private REST API doesn't have a resource policy attached to it");
    await own.patch({ ...toEdge, value: 'REGIONAL' });
    await own.rest.deploy(own.id);
    expect((await own.rest.call(own.id, '/dev/m')).status).toBe(200);
    expect(await own.rest.call(`${own.id}-vpce-1a`, '/dev/m')).toMatchObject(forbidden);
  });

  test('gains and loses endpoints from the next deployment on', async () => {
    await using own = await openPrivate(['vpce-1a']);
    const path = '/endpointConfiguration/vpcEndpointIds';
    const { endpointConfiguration } = await own.patch(
      { op: 'add', path, value: 'vpce-2b' },
      { op: 'remove', path, value: 'vpce-1a' },
    );
    expect(endpointConfiguration).toMatchObject({ types: ['PRIVATE'], vpcEndpointIds: ['vpce-2b'] });
    expect((await own.through('vpce-2b')).status).toBe(403);
    await own.rest.deploy(own.id);
    expect([(await own.through('vpce-2b')).status, (await own.through('vpce-1a')).status]).toEqual([
      200, 403,
    ]);
    await expect(own.patch({ op: 'add', path, value: 'eni-1' })).rejects.toThrow(
      'Invalid VPC endpoint identifier specified: eni-1',
    );
  });
});

test('an endpoint’s own name leads to no API that the call does not name', async () => {
  await using own = await openPrivate(['vpce-1a']);
  expect(await own.through('vpce-1a', {})).toMatchObject(forbidden);
  expect(await own.through('vpce-1a', { 'x-apigw-api-id': 'nothing123' })).toMatchObject(forbidden);
});
