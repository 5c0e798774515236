import {
  CreateVpcLinkCommand,
  DeleteVpcLinkCommand,
  TagResourceCommand,
  TestInvokeMethodCommand,
  UntagResourceCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createItemTable, vpcLinkKinds, type StoredVpcLinkV2 } from '../../../services/apigateway/index.ts';
import { openRestPlane } from './harness.ts';

/** A back end that stands in for what is behind the link. */
async function openBackEnd() {
  const seen: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url, headers: request.headers });
    response.end('inside');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const balancer =
  'arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/inside/50dc6c495c0c9188';

async function openPrivate() {
  const rest = await openRestPlane();
  const makeLink = async (tags: Record<string, string>): Promise<string> => {
    const link = new CreateVpcLinkCommand({ name: 'inside', targetArns: [balancer], tags });
    return (await rest.client.send(link)).id ?? '';
  };
  const serve = async (connectionId: string, type: 'HTTP' | 'HTTP_PROXY' = 'HTTP_PROXY', more = {}) => {
    const id = await rest.createApi();
    const resourceId = await rest.method(id, '/pets/{id}', 'GET', {
      method: { requestParameters: { 'method.request.path.id': true } },
      integration: {
        type,
        integrationHttpMethod: 'GET',
        uri: 'http://pets.internal:8080/v1/{id}',
        connectionType: 'VPC_LINK',
        connectionId,
        requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
        ...more,
      },
      ...(type === 'HTTP_PROXY' && { responses: [] }),
    });
    await rest.deploy(id);
    return { id, resourceId };
  };
  return { rest, makeLink, serve, [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose]() };
}

describe('a private integration', () => {
  test.each(['HTTP', 'HTTP_PROXY'] as const)(
    '%s goes to the link’s target, with the Host of its address',
    async (type) => {
      await using backEnd = await openBackEnd();
      await using own = await openPrivate();
      const linkId = await own.makeLink({ 'lambdeck:target': `${backEnd.url}/base/` });
      const { id } = await own.serve(linkId, type);
      const got = await own.rest.call(id, '/dev/pets/a%20b');
      expect([got.status, got.text]).toEqual([200, 'inside']);
      expect(backEnd.seen).toMatchObject([
        { url: '/base/v1/a%20b', headers: { host: 'pets.internal:8080' } },
      ]);
    },
  );

  test('finds its link by a stage variable, and in tests of a method', async () => {
    await using backEnd = await openBackEnd();
    await using own = await openPrivate();
    const linkId = await own.makeLink({ 'lambdeck:target': backEnd.url });
    const { id: restApiId, resourceId } = await own.serve('${stageVariables.link}');
    expect((await own.rest.call(restApiId, '/dev/pets/1')).status).toBe(500);
    const patchOperations = [{ op: 'replace', path: '/variables/link', value: linkId }] as const;
    const stage = { restApiId, stageName: 'dev', patchOperations: [...patchOperations] };
    await own.rest.client.send(new UpdateStageCommand(stage));
    expect((await own.rest.call(restApiId, '/dev/pets/1')).text).toBe('inside');
    const tested = await own.rest.client.send(
      new TestInvokeMethodCommand({
        restApiId,
        resourceId,
        httpMethod: 'GET',
        pathWithQueryString: '/pets/2',
        stageVariables: { link: linkId },
      }),
    );
    expect([tested.status, tested.body]).toEqual([200, 'inside']);
    expect(backEnd.seen.map(({ url }) => url)).toEqual(['/v1/1', '/v1/2']);
  });

  test('sends the stage on through a link of API Gateway V2, to the target of its listener', async () => {
    await using backEnd = await openBackEnd();
    await using own = await openPrivate();
    const link: StoredVpcLinkV2 = {
      VpcLinkId: 'v2link',
      Name: 'inside',
      SubnetIds: ['subnet-1'],
      SecurityGroupIds: [],
      Tags: { 'lambdeck:target/0467ef3c8400ae65': backEnd.url, 'lambdeck:target': 'http://127.0.0.1:1' },
      createdMs: 0,
    };
    const place = { accountId: '000000000000', region: 'us-east-1' };
    createItemTable<StoredVpcLinkV2>(own.rest.store.database, vpcLinkKinds.v2).put(place, 'v2link', link, {
      createdMs: 0,
    });
    const integrationTarget =
      'arn:aws:elasticloadbalancing:us-east-1:000000000000:listener/app/inside/50dc6c495c0c9188/0467ef3c8400ae65';
    const { id } = await own.serve('v2link', 'HTTP_PROXY', { integrationTarget });
    expect((await own.rest.call(id, '/dev/pets/1?x=y')).text).toBe('inside');
    expect(backEnd.seen.map(({ url }) => url)).toEqual(['/dev/v1/1?x=y']);
  });

  test('a link that leads nowhere answers as a network that does not', async () => {
    await using backEnd = await openBackEnd();
    await using own = await openPrivate();
    const linkId = await own.makeLink({});
    const { id } = await own.serve(linkId);
    const unreached = await own.rest.call(id, '/dev/pets/1');
    expect([unreached.status, unreached.text]).toEqual([
      504,
      '{"message": "Network error communicating with endpoint"}',
    ]);
    const resourceArn = `arn:aws:apigateway:us-east-1::/vpclinks/${linkId}`;
    const { client } = own.rest;
    await client.send(new TagResourceCommand({ resourceArn, tags: { 'lambdeck:target': backEnd.url } }));
    expect((await own.rest.call(id, '/dev/pets/1')).text).toBe('inside');
    await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['lambdeck:target'] }));
    expect((await own.rest.call(id, '/dev/pets/1')).status).toBe(504);
  });

  test('leads to no address that APIs may not call', async () => {
    await using own = await openPrivate();
    const linkId = await own.makeLink({ 'lambdeck:target': 'http://169.254.169.254' });
    const { id } = await own.serve(linkId);
    expect((await own.rest.call(id, '/dev/pets/1')).status).toBe(500);
  });
});

test('a link that deployed methods use stays', async () => {
  await using own = await openPrivate();
  const linkId = await own.makeLink({});
  const { id, resourceId } = await own.serve(linkId);
  const other = await own.makeLink({});
  await own.rest.client.send(new DeleteVpcLinkCommand({ vpcLinkId: other }));
  await expect(own.rest.client.send(new DeleteVpcLinkCommand({ vpcLinkId: linkId }))).rejects.toThrow(
    `Cannot delete vpc link. Vpc link '${linkId}', is referenced in [${id}:GET:${resourceId}:dev] in format of [RESTApiId:Method:Resource:Stage].`,
  );
});

test.each(['127.0.0.1:8080', 'ftp://127.0.0.1/', 'http://127.0.0.1/?a=b', 'http://me@127.0.0.1/'])(
  'a target %s is refused',
  async (target) => {
    await using own = await openPrivate();
    await expect(own.makeLink({ 'lambdeck:target': target })).rejects.toThrow('is the base URL');
  },
);
