import type { DescribeLogGroupsRequest, DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { groupArn, groupNameOf } from '../groups.ts';
import { readListToken, writeListToken } from '../page-token.ts';
import type { LogsParts } from '../parts.ts';
import type { GroupRecord } from '../repository.ts';
import { numberInRange } from '../rules/names.ts';

export function describeLogGroups({
  repository,
  writer,
}: LogsParts): Operation<Given<DescribeLogGroupsRequest>, DescribeLogGroupsResponse> {
  return (input, context) => {
    const limit = numberInRange('limit', input.limit, { min: 1, max: 50, fallback: 50 });
    if (input.logGroupNamePrefix !== undefined && input.logGroupNamePattern !== undefined) {
      throw invalidParameter(
        'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
      );
    }
    const { accountId, region } = context;
    writer.flush();
    if (input.logGroupIdentifiers !== undefined && input.logGroupIdentifiers.length > 0) {
      const found = input.logGroupIdentifiers
        .slice(0, 50)
        .map((identifier) =>
          repository.findGroup({ accountId, region, name: groupNameOf(identifier, context) }),
        );
      return { logGroups: found.filter((group) => group !== undefined).map(toOutput) };
    }
    const after =
      input.nextToken === undefined
        ? ''
        : readListToken(input.nextToken, (value) => (typeof value === 'string' ? value : undefined));
    const groups = repository.listGroups({
      accountId,
      region,
      prefix: input.logGroupNamePrefix ?? '',
      part: input.logGroupNamePattern ?? '',
      after,
      limit: limit + 1,
    });
    const page = groups.slice(0, limit);
    const last = page.at(-1);
    return {
      logGroups: page.map(toOutput),
      ...(groups.length > limit && last && { nextToken: writeListToken(last.name) }),
    };
  };
}

function toOutput(group: GroupRecord) {
  return {
    logGroupName: group.name,
    creationTime: group.createdMs,
    ...(group.retentionDays !== undefined && { retentionInDays: group.retentionDays }),
    metricFilterCount: 0,
    arn: `${groupArn(group)}:*`,
    logGroupArn: groupArn(group),
    storedBytes: group.storedBytes,
    deletionProtectionEnabled: false,
    logGroupClass: 'STANDARD' as const,
  };
}
