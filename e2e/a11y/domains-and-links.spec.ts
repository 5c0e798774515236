import {
  CreateDomainNameCommand,
  DeleteClientCertificateCommand,
  DeleteDomainNameCommand,
  GenerateClientCertificateCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CreateApiMappingCommand,
  CreateRoutingRuleCommand,
  CreateVpcLinkCommand,
  DeleteVpcLinkCommand,
} from '@aws-sdk/client-apigatewayv2';
import { routes, withQuery } from '../../lib/routes.ts';
import { createMockRestApi } from '../fixtures/apis.ts';
import { uniqueName } from '../fixtures/aws.ts';
import { test } from '../fixtures/test.ts';
import { expectAccessiblePages } from './accessible.ts';

test('domain names, VPC links and client certificates', async ({ aws, page, place }) => {
  test.slow();
  await using rest = await createMockRestApi(aws);
  const name = uniqueName('shop').toLowerCase();
  const domainName = `${name}.example.com`;
  await aws.apiGateway.send(
    new CreateDomainNameCommand({ domainName, endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  await aws.apiGatewayV2.send(
    new CreateApiMappingCommand({
      DomainName: domainName,
      ApiId: rest.id,
      Stage: 'prod',
      ApiMappingKey: 'orders',
    }),
  );
  const { RoutingRuleId = '' } = await aws.apiGatewayV2.send(
    new CreateRoutingRuleCommand({
      DomainName: domainName,
      Priority: 10,
      Conditions: [{ MatchBasePaths: { AnyOf: ['orders'] } }],
      Actions: [{ InvokeApi: { ApiId: rest.id, Stage: 'prod' } }],
    }),
  );
  const { VpcLinkId = '' } = await aws.apiGatewayV2.send(
    new CreateVpcLinkCommand({
      Name: name,
      SubnetIds: ['subnet-1a'],
      Tags: { 'lambdeck:target': 'http://127.0.0.1:8080' },
    }),
  );
  const { clientCertificateId = '' } = await aws.apiGateway.send(
    new GenerateClientCertificateCommand({ description: name }),
  );
  const pages = {
    'domain names': routes.domainNames(place),
    'domain name': routes.domainNames(place, domainName),
    'add domain name': routes.domainNames(place, 'create'),
    'edit domain name': routes.domainNames(place, domainName, 'edit'),
    'add mapping': routes.domainNames(place, domainName, 'mapping'),
    'edit mapping': withQuery(routes.domainNames(place, domainName, 'mapping'), { of: 'orders' }),
    'add routing rule': routes.domainNames(place, domainName, 'routing-rule'),
    'edit routing rule': withQuery(routes.domainNames(place, domainName, 'routing-rule'), {
      of: RoutingRuleId,
    }),
    'VPC links': routes.vpcLinks(place),
    'VPC link': routes.vpcLinks(place, VpcLinkId),
    'create VPC link': routes.vpcLinks(place, 'create'),
    'edit VPC link': routes.vpcLinks(place, VpcLinkId, 'edit'),
    'client certificates': routes.clientCertificates(place),
    'client certificate': routes.clientCertificates(place, clientCertificateId),
    'generate certificate': routes.clientCertificates(place, 'create'),
    'edit client certificate': routes.clientCertificates(place, clientCertificateId, 'edit'),
  };
  await expectAccessiblePages(page, pages);
  await aws.apiGateway.send(new DeleteDomainNameCommand({ domainName }));
  await aws.apiGatewayV2.send(new DeleteVpcLinkCommand({ VpcLinkId }));
  await aws.apiGateway.send(new DeleteClientCertificateCommand({ clientCertificateId }));
});
