import type { DescribeVpcEndpointsRequest, DescribeVpcEndpointsResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { filtered, pageOf, type Facets } from '../filters.ts';
import { listOrThrow } from '../finding.ts';
import { groupNamesOf } from '../interfaces.ts';
import { toEndpoint } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { EndpointRecord } from '../records.ts';

const facets: Facets<EndpointRecord> = {
  'vpc-endpoint-id': ({ id }) => [id],
  'vpc-id': ({ vpcId }) => [vpcId],
  'service-name': ({ serviceName }) => [serviceName],
  'vpc-endpoint-type': () => ['Interface'],
  'vpc-endpoint-state': () => ['available'],
  'ip-address-type': () => ['ipv4'],
};

export function describeVpcEndpoints(
  parts: Ec2Parts,
): Operation<Given<DescribeVpcEndpointsRequest>, DescribeVpcEndpointsResult> {
  return (input, context) => {
    const records = listOrThrow(parts, context, 'endpoint', input.VpcEndpointIds);
    const { page, ...next } = pageOf(filtered(records, input.Filters, facets), input);
    const names = groupNamesOf(parts, context);
    return { VpcEndpoints: page.map((found) => toEndpoint(found, names)), ...next };
  };
}
