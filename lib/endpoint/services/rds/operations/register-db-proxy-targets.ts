import type { RegisterDBProxyTargetsRequest, RegisterDBProxyTargetsResponse } from '@aws-sdk/client-rds';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { invalidCombination, invalidInstanceState, targetRegistered } from '../errors.ts';
import { findInstanceOrThrow } from '../instances.ts';
import type { RdsParts } from '../parts.ts';
import { applyProxy, assertGroup, findProxyOrThrow, targetOutput } from '../proxies.ts';
import { familyOf } from '../rules/address.ts';

/** A proxy has one DB instance, as on AWS. */
export function registerDBProxyTargets(
  parts: RdsParts,
): Operation<Given<RegisterDBProxyTargetsRequest>, RegisterDBProxyTargetsResponse> {
  return async (input, context) => {
    if ((input.DBClusterIdentifiers?.length ?? 0) > 0)
      throw notImplemented('A DB cluster as the target of a proxy');
    const [name, ...others] = input.DBInstanceIdentifiers ?? [];
    if (name === undefined || others.length > 0)
      throw invalidCombination('Name the one DB instance that the proxy is for.');
    const before = findProxyOrThrow(parts, context, input.DBProxyName);
    assertGroup(input.TargetGroupName);
    const instance = findInstanceOrThrow(parts, context, name);
    if (before.target !== undefined) throw targetRegistered();
    if (familyOf(instance.settings.engine) !== before.settings.family)
      throw invalidInstanceState(
        `The engine ${instance.settings.engine} of the DB instance ${instance.name} is not of the proxy's family ${before.settings.family}.`,
      );
    const proxy = await applyProxy(parts, { ...before, target: instance.name, updatedMs: parts.clock.now() });
    return { DBProxyTargets: [targetOutput(proxy, instance.name, instance, undefined)] };
  };
}
