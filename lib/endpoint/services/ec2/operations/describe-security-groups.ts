import type { DescribeSecurityGroupsRequest, DescribeSecurityGroupsResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { filtered, pageOf, type Facets } from '../filters.ts';
import { findGroupOrThrow, listOrThrow } from '../finding.ts';
import { toGroup } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { GroupRecord, RuleRecord } from '../records.ts';

type Read = (rule: RuleRecord) => string | undefined;

const ruleFacets: Readonly<Record<string, Read>> = {
  cidr: ({ peer }) => (peer.kind === 'ipv4' ? peer.cidr : undefined),
  'ipv6-cidr': ({ peer }) => (peer.kind === 'ipv6' ? peer.cidr : undefined),
  'group-id': ({ peer }) => (peer.kind === 'group' ? peer.groupId : undefined),
  'from-port': ({ fromPort }) => fromPort?.toString(),
  'to-port': ({ toPort }) => toPort?.toString(),
  protocol: ({ protocol }) => protocol,
};

/** `ip-permission.…` for rules inwards, `egress.ip-permission.…` for those outwards. */
function facetsOfRules(prefix: string, isEgress: boolean): Facets<GroupRecord> {
  return Object.fromEntries(
    Object.entries(ruleFacets).map(([name, read]) => [
      `${prefix}.${name}`,
      ({ rules }: GroupRecord) => rules.filter((rule) => rule.isEgress === isEgress).map(read),
    ]),
  );
}

const facets: Facets<GroupRecord> = {
  'group-id': ({ id }) => [id],
  'group-name': ({ name }) => [name],
  'vpc-id': ({ vpcId }) => [vpcId],
  description: ({ description }) => [description],
  'owner-id': ({ accountId }) => [accountId],
  ...facetsOfRules('ip-permission', false),
  ...facetsOfRules('egress.ip-permission', true),
};

export function describeSecurityGroups(
  parts: Ec2Parts,
): Operation<Given<DescribeSecurityGroupsRequest>, DescribeSecurityGroupsResult> {
  return (input, context) => {
    const named = (input.GroupNames ?? []).map((GroupName) =>
      findGroupOrThrow(parts, context, { GroupName }),
    );
    const records = named.length > 0 ? named : listOrThrow(parts, context, 'group', input.GroupIds);
    const { page, ...next } = pageOf(filtered(records, input.Filters, facets), input);
    return { SecurityGroups: page.map(toGroup), ...next };
  };
}
