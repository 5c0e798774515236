import type { DescribeNetworkInterfacesRequest, DescribeNetworkInterfacesResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { filtered, pageOf, type Facets } from '../filters.ts';
import { listOrThrow } from '../finding.ts';
import { groupNamesOf } from '../interfaces.ts';
import { toInterface } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { InterfaceRecord } from '../records.ts';

const facets: Facets<InterfaceRecord> = {
  'network-interface-id': ({ id }) => [id],
  'vpc-id': ({ vpcId }) => [vpcId],
  'subnet-id': ({ subnetId }) => [subnetId],
  'group-id': ({ groupIds }) => groupIds,
  'availability-zone': ({ zone }) => [zone],
  'interface-type': ({ type }) => [type],
  description: ({ description }) => [description],
  'private-ip-address': ({ privateIp }) => [privateIp],
  'addresses.private-ip-address': ({ privateIp }) => [privateIp],
  'owner-id': ({ accountId }) => [accountId],
  'requester-managed': () => ['true'],
  status: () => ['in-use'],
};

export function describeNetworkInterfaces(
  parts: Ec2Parts,
): Operation<Given<DescribeNetworkInterfacesRequest>, DescribeNetworkInterfacesResult> {
  return (input, context) => {
    const records = listOrThrow(parts, context, 'interface', input.NetworkInterfaceIds);
    const { page, ...next } = pageOf(filtered(records, input.Filters, facets), input);
    const names = groupNamesOf(parts, context);
    return { NetworkInterfaces: page.map((found) => toInterface(found, names)), ...next };
  };
}
