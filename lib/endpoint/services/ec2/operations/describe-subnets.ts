import type { DescribeSubnetsRequest, DescribeSubnetsResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { filtered, pageOf, type Facets } from '../filters.ts';
import { listOrThrow } from '../finding.ts';
import { ec2Arn, toSubnet } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { SubnetRecord } from '../records.ts';
import { zoneId } from '../zones.ts';

const zone = (subnet: SubnetRecord) => [subnet.zone];
const zoneIdOf = (subnet: SubnetRecord) => [zoneId(subnet.region, subnet.zone)];
const isDefault = (subnet: SubnetRecord) => [String(subnet.isDefaultForZone)];
const cidr = (subnet: SubnetRecord) => [subnet.cidr];

const facets: Facets<SubnetRecord> = {
  'subnet-id': ({ id }) => [id],
  'vpc-id': ({ vpcId }) => [vpcId],
  'subnet-arn': (subnet) => [ec2Arn(subnet, `subnet/${subnet.id}`)],
  'availability-zone': zone,
  availabilityZone: zone,
  'availability-zone-id': zoneIdOf,
  availabilityZoneId: zoneIdOf,
  'cidr-block': cidr,
  cidr,
  cidrBlock: cidr,
  'ipv6-cidr-block-association.ipv6-cidr-block': ({ ipv6Cidr }) => [ipv6Cidr],
  'default-for-az': isDefault,
  defaultForAz: isDefault,
  'map-public-ip-on-launch': isDefault,
  state: () => ['available'],
  'owner-id': ({ accountId }) => [accountId],
};

export function describeSubnets(
  parts: Ec2Parts,
): Operation<Given<DescribeSubnetsRequest>, DescribeSubnetsResult> {
  return (input, context) => {
    const found = filtered(listOrThrow(parts, context, 'subnet', input.SubnetIds), input.Filters, facets);
    const { page, ...next } = pageOf(found, input);
    const counts = parts.repository.interfaceCounts(context);
    return { Subnets: page.map((subnet) => toSubnet(subnet, counts.get(subnet.id) ?? 0)), ...next };
  };
}
