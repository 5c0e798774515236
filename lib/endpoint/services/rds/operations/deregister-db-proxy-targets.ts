import type { DeregisterDBProxyTargetsRequest, DeregisterDBProxyTargetsResponse } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import { targetNotFound } from '../errors.ts';
import type { RdsParts } from '../parts.ts';
import { applyProxy, assertGroup, findProxyOrThrow } from '../proxies.ts';

export function deregisterDBProxyTargets(
  parts: RdsParts,
): Operation<Given<DeregisterDBProxyTargetsRequest>, DeregisterDBProxyTargetsResponse> {
  return async (input, context) => {
    const before = findProxyOrThrow(parts, context, input.DBProxyName);
    assertGroup(input.TargetGroupName);
    const names = [...(input.DBInstanceIdentifiers ?? []), ...(input.DBClusterIdentifiers ?? [])];
    const other = names.find((name) => name.toLowerCase() !== before.target);
    if (other !== undefined || names.length === 0) throw targetNotFound(other ?? '');
    await applyProxy(parts, { ...before, target: undefined, updatedMs: parts.clock.now() });
    return {};
  };
}
