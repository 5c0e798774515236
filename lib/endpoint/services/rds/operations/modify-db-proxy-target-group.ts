import type { ModifyDBProxyTargetGroupRequest, ModifyDBProxyTargetGroupResponse } from '@aws-sdk/client-rds';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import type { RdsParts } from '../parts.ts';
import { applyProxy, assertGroup, findProxyOrThrow, groupOutput } from '../proxies.ts';
import { assertInitQuery, readPool } from '../rules/proxy-input.ts';

export function modifyDBProxyTargetGroup(
  parts: RdsParts,
): Operation<Given<ModifyDBProxyTargetGroupRequest>, ModifyDBProxyTargetGroupResponse> {
  return async (input, context) => {
    if (input.NewName !== undefined) throw notImplemented('Renaming a target group');
    const before = findProxyOrThrow(parts, context, input.DBProxyName);
    assertGroup(input.TargetGroupName);
    const pool = readPool(before.pool, input.ConnectionPoolConfig ?? {});
    assertInitQuery(pool, before.settings.family);
    const proxy = await applyProxy(parts, { ...before, pool, updatedMs: parts.clock.now() });
    return { DBProxyTargetGroup: groupOutput(proxy) };
  };
}
