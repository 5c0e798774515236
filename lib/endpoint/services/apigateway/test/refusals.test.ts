import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  GetMethodCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
  type PutIntegrationCommandInput,
} from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { openRestApis, refusalOf } from './harness.ts';

async function openDeployed() {
  const own = await openRestApis();
  const { client } = own;
  const { id: restApiId = '', rootResourceId: parentId } = await client.send(
    new CreateRestApiCommand({ name: 'orders' }),
  );
  const { id: resourceId } = await client.send(
    new CreateResourceCommand({ restApiId, parentId, pathPart: 'a' }),
  );
  const place = { restApiId, resourceId, httpMethod: 'GET' };
  await client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  const put = (input: Partial<PutIntegrationCommandInput>) =>
    client.send(
      new PutIntegrationCommand({
        ...place,
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'GET',
        uri: 'https://orders.example.com/',
        ...input,
      }),
    );
  await put({});
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  return {
    client,
    place,
    put,
    patch: (path: string, value: string, op: 'add' | 'replace' = 'replace') =>
      client.send(
        new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations: [{ op, path, value }] }),
      ),
    canary: () =>
      client.send(
        new CreateDeploymentCommand({ restApiId, stageName: 'dev', canarySettings: { percentTraffic: 5 } }),
      ),
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}

test('integrations that could only be called in another way are refused', async () => {
  await using own = await openDeployed();
  for (const input of [
    { responseTransferMode: 'STREAM' },
    { tlsConfig: { insecureSkipVerification: true } },
  ] as const)
    expect(await refusalOf(own.put(input))).toMatch(/^NotImplemented 501: .* is not implemented/);
});

test('no resource, method or model goes by a name that every object inherits', async () => {
  await using own = await openDeployed();
  const { client, place } = own;
  const get = (changed: object) => refusalOf(client.send(new GetMethodCommand({ ...place, ...changed })));
  for (const name of ['constructor', '__proto__', 'toString']) {
    expect(await get({ resourceId: name })).toBe(
      'NotFoundException 404: Invalid Resource identifier specified',
    );
    expect(await get({ httpMethod: name })).toBe(
      'NotFoundException 404: Invalid Method identifier specified',
    );
    const requestModels = { 'application/json': name };
    expect(
      await refusalOf(
        client.send(
          new PutMethodCommand({ ...place, httpMethod: 'PUT', authorizationType: 'NONE', requestModels }),
        ),
      ),
    ).toBe(`BadRequestException 400: Invalid model identifier specified: ${name}`);
  }
});

test('settings of a stage that could have no effect are refused', async () => {
  await using own = await openDeployed();
  expect(await refusalOf(own.patch('/clientCertificateId', 'abc123'))).toContain('NotFoundException 404');
  const stream = 'arn:aws:firehose:eu-west-1:000000000000:deliverystream/amazon-apigateway-a';
  expect(await refusalOf(own.patch('/accessLogSettings/destinationArn', stream))).toContain(
    'NotImplemented 501',
  );
  expect(await refusalOf(own.patch('/accessLogSettings/destinationArn', 'access'))).toContain(
    'give the ARN of a log group',
  );
  await own.canary();
  for (const value of ['a lot', '', '101'])
    expect(await refusalOf(own.patch('/canarySettings/percentTraffic', value))).toContain(
      'must be between 0.0 and 100.0',
    );
});

test('a private integration names its link and is one of HTTP', async () => {
  await using own = await openDeployed();
  const link = { connectionType: 'VPC_LINK', connectionId: 'abc123' } as const;
  for (const [input, reason] of [
    [{ connectionType: 'VPC_LINK' }, 'Connection id must be specified'],
    [{ connectionId: 'abc123' }, 'are for integrations of connection type VPC_LINK'],
    [{ ...link, type: 'MOCK' }, 'only supported for HTTP and HTTP_PROXY'],
    [{ ...link, integrationTarget: 'inside' }, 'Invalid integration target'],
  ] as const)
    expect(await refusalOf(own.put(input))).toMatch(new RegExp(`^BadRequestException 400: .*${reason}`));
  expect(await own.put(link)).toMatchObject(link);
});
