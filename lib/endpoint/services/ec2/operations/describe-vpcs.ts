import type { DescribeVpcsRequest, DescribeVpcsResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { filtered, pageOf, type Facets } from '../filters.ts';
import { listOrThrow } from '../finding.ts';
import { toVpc } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { VpcRecord } from '../records.ts';

const facets: Facets<VpcRecord> = {
  'vpc-id': ({ id }) => [id],
  cidr: ({ cidr }) => [cidr],
  'cidr-block-association.cidr-block': ({ cidr }) => [cidr],
  'ipv6-cidr-block-association.ipv6-cidr-block': ({ ipv6Cidr }) => [ipv6Cidr],
  'is-default': ({ isDefault }) => [String(isDefault)],
  isDefault: ({ isDefault }) => [String(isDefault)],
  state: () => ['available'],
  'owner-id': ({ accountId }) => [accountId],
  'dhcp-options-id': () => ['default'],
};

export function describeVpcs(parts: Ec2Parts): Operation<Given<DescribeVpcsRequest>, DescribeVpcsResult> {
  return (input, context) => {
    const found = filtered(listOrThrow(parts, context, 'vpc', input.VpcIds), input.Filters, facets);
    const { page, ...next } = pageOf(found, input);
    return { Vpcs: page.map(toVpc), ...next };
  };
}
