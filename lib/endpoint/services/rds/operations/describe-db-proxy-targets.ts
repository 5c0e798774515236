import type { DescribeDBProxyTargetsRequest, DescribeDBProxyTargetsResponse } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import type { RdsParts } from '../parts.ts';
import { assertGroup, findProxyOrThrow, healthOf, targetOutput } from '../proxies.ts';

export function describeDBProxyTargets(
  parts: RdsParts,
): Operation<Given<DescribeDBProxyTargetsRequest>, DescribeDBProxyTargetsResponse> {
  return async (input, context) => {
    const proxy = findProxyOrThrow(parts, context, input.DBProxyName);
    assertGroup(input.TargetGroupName);
    if (proxy.target === undefined) return { Targets: [] };
    const instance = parts.repository.findInstance(context, proxy.target);
    return { Targets: [targetOutput(proxy, proxy.target, instance, await healthOf(parts, proxy))] };
  };
}
