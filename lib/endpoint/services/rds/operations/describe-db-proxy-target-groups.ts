import type {
  DescribeDBProxyTargetGroupsRequest,
  DescribeDBProxyTargetGroupsResponse,
} from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import type { RdsParts } from '../parts.ts';
import { assertGroup, findProxyOrThrow, groupOutput } from '../proxies.ts';

export function describeDBProxyTargetGroups(
  parts: RdsParts,
): Operation<Given<DescribeDBProxyTargetGroupsRequest>, DescribeDBProxyTargetGroupsResponse> {
  return (input, context) => {
    const proxy = findProxyOrThrow(parts, context, input.DBProxyName);
    assertGroup(input.TargetGroupName);
    return { TargetGroups: [groupOutput(proxy)] };
  };
}
