import {
  CreateApiCommand,
  CreateVpcLinkCommand,
  DeleteApiCommand,
  DeleteVpcLinkCommand,
  GetIntegrationsCommand,
  GetTagsCommand,
  GetVpcLinkCommand,
  GetVpcLinksCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateIntegrationCommand,
  UpdateVpcLinkCommand,
  type CreateIntegrationCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf, startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { call, gateway, serve } = apis;
afterAll(() => apis.close());

const listener =
  'arn:aws:elasticloadbalancing:us-east-1:000000000000:listener/app/inside/50dc6c495c0c9188/0467ef3c8400ae65';
const arnOf = (id: string) => `arn:aws:apigateway:us-east-1::/vpclinks/${id}`;

async function makeLink(Tags: Record<string, string> = {}): Promise<string> {
  const made = await gateway.send(
    new CreateVpcLinkCommand({ Name: 'inside', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'], Tags }),
  );
  return made.VpcLinkId ?? '';
}

const through = (ConnectionId: string, more: Partial<CreateIntegrationCommandInput> = {}) =>
  ({
    IntegrationType: 'HTTP_PROXY',
    IntegrationMethod: 'ANY',
    PayloadFormatVersion: '1.0',
    IntegrationUri: listener,
    ConnectionType: 'VPC_LINK',
    ConnectionId,
    ...more,
  }) as const;

describe('VPC links of API Gateway V2', () => {
  it('are made, listed, renamed, tagged and deleted', async () => {
    const id = await makeLink({ team: 'a' });
    const link = await gateway.send(new GetVpcLinkCommand({ VpcLinkId: id }));
    expect(link).toMatchObject({
      Name: 'inside',
      SubnetIds: ['subnet-1'],
      SecurityGroupIds: ['sg-1'],
      Tags: { team: 'a' },
      VpcLinkStatus: 'AVAILABLE',
      VpcLinkVersion: 'V2',
      CreatedDate: expect.any(Date) as unknown,
    });
    await gateway.send(new UpdateVpcLinkCommand({ VpcLinkId: id, Name: 'other' }));
    const listed = await gateway.send(new GetVpcLinksCommand({}));
    expect(listed.Items?.find(({ VpcLinkId }) => VpcLinkId === id)?.Name).toBe('other');
    await gateway.send(new TagResourceCommand({ ResourceArn: arnOf(id), Tags: { stage: 'b' } }));
    await gateway.send(new UntagResourceCommand({ ResourceArn: arnOf(id), TagKeys: ['team'] }));
    expect((await gateway.send(new GetTagsCommand({ ResourceArn: arnOf(id) }))).Tags).toEqual({ stage: 'b' });
    await gateway.send(new DeleteVpcLinkCommand({ VpcLinkId: id }));
    expect(await refusalOf(gateway.send(new GetVpcLinkCommand({ VpcLinkId: id })))).toMatch(
      /^NotFoundException 404/,
    );
  });

  it('are refused without subnets, or with a target that is no base URL', async () => {
    const without = gateway.send(new CreateVpcLinkCommand({ Name: 'inside', SubnetIds: [] }));
    expect(await refusalOf(without)).toMatch(/^BadRequestException 400/);
    expect(await refusalOf(makeLink({ 'lambdeck:target': 'here' }))).toContain('is the base URL');
  });
});

describe('a private integration of an HTTP API', () => {
  let backEnd: Server;
  let address: string;
  const seen: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];

  beforeAll(async () => {
    backEnd = createServer((request, response) => {
      seen.push({ url: request.url, headers: request.headers });
      response.end('inside');
    });
    await new Promise<void>((resolve) => backEnd.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(backEnd.address() as AddressInfo).port}`;
  });
  beforeEach(() => void seen.splice(0));
  afterAll(() => {
    backEnd.closeAllConnections();
    backEnd.close();
  });

  it('sends the request with its stage to the link’s target, and without it where a mapping says so', async () => {
    const id = await makeLink({ 'lambdeck:target': `${address}/base` });
    const named = await serve(['ANY /x/{proxy+}'], through(id), 'dev');
    expect((await call(named, '/dev/x/a%20b?q=1')).text).toBe('inside');
    const plain = await serve(['$default'], through(id));
    expect((await call(plain, '/y')).text).toBe('inside');
    const { Items = [] } = await gateway.send(new GetIntegrationsCommand({ ApiId: named }));
    await gateway.send(
      new UpdateIntegrationCommand({
        ApiId: named,
        IntegrationId: Items[0]?.IntegrationId,
        RequestParameters: { 'overwrite:path': '$request.path' },
      }),
    );
    await call(named, '/dev/x/c');
    expect(seen.map(({ url }) => url)).toEqual(['/base/dev/x/a%20b?q=1', '/base/y', '/base/x/c']);
    expect(Items[0]).toMatchObject({
      ConnectionType: 'VPC_LINK',
      ConnectionId: id,
      IntegrationUri: listener,
    });
  });

  it('prefers the target of its own listener, and acts on a change at once', async () => {
    const id = await makeLink({
      'lambdeck:target': 'http://127.0.0.1:1',
      'lambdeck:target/0467ef3c8400ae65': address,
    });
    const ApiId = await serve(['$default'], through(id));
    expect((await call(ApiId, '/')).text).toBe('inside');
    await gateway.send(
      new UntagResourceCommand({
        ResourceArn: arnOf(id),
        TagKeys: ['lambdeck:target/0467ef3c8400ae65', 'lambdeck:target'],
      }),
    );
    expect((await call(ApiId, '/')).status).toBe(503);
  });

  it('does not send in the clear what its owner wants sent by TLS', async () => {
    const id = await makeLink({ 'lambdeck:target': address });
    const ApiId = await serve(
      ['$default'],
      through(id, { TlsConfig: { ServerNameToVerify: 'inside.test' } }),
    );
    expect((await call(ApiId, '/')).status).toBe(500);
    expect(seen).toEqual([]);
  });

  it('names a link that is there, of a listener or a service, by HTTP_PROXY', async () => {
    const id = await makeLink();
    const { ApiId = '' } = await gateway.send(new CreateApiCommand({ Name: 'a', ProtocolType: 'HTTP' }));
    const refuse = (input: Partial<CreateIntegrationCommandInput>) =>
      refusalOf(apis.integrate(ApiId, { ...through(id), ...input }));
    expect(await refuse({ ConnectionId: 'nowhere' })).toContain(
      'Invalid VPC link identifier specified: nowhere',
    );
    expect(await refuse({ IntegrationUri: 'http://inside.test/' })).toContain('valid ELB listener ARN');
    expect(await refuse({ IntegrationType: 'AWS_PROXY' })).toContain('of type HTTP_PROXY');
    expect(await refuse({ ConnectionType: 'INTERNET' })).toContain('ConnectionId is for');
    const service = 'arn:aws:servicediscovery:us-east-1:000000000000:service/srv-1?stage=a';
    await apis.integrate(ApiId, through(id, { IntegrationUri: service }));
    const remove = () => gateway.send(new DeleteVpcLinkCommand({ VpcLinkId: id }));
    expect(await refusalOf(remove())).toMatch(/^BadRequestException 400: Cannot delete vpc link\. Vpc link/);
    await gateway.send(new DeleteApiCommand({ ApiId }));
    await remove();
  });
});
