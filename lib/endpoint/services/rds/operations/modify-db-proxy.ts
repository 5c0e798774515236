import type { ModifyDBProxyRequest, ModifyDBProxyResponse } from '@aws-sdk/client-rds';
import type { Given, Operation } from '../../service.ts';
import { proxyExists } from '../errors.ts';
import { findGroups } from '../network.ts';
import type { RdsParts } from '../parts.ts';
import { applyProxy, findProxyOrThrow, proxyOutput } from '../proxies.ts';
import { assertKnown, readName } from '../rules/input.ts';
import { assertRole, assertTls, readIdleSeconds, readLogins } from '../rules/proxy-input.ts';

const known = [
  'DBProxyName',
  'NewDBProxyName',
  'Auth',
  'RequireTLS',
  'IdleClientTimeout',
  'DebugLogging',
  'RoleArn',
  'SecurityGroups',
];

/** Clients that are connected stay; what is new counts for those that come. */
export function modifyDBProxy(
  parts: RdsParts,
): Operation<Given<ModifyDBProxyRequest>, ModifyDBProxyResponse> {
  const { repository, clock } = parts;
  return async (input, context) => {
    assertKnown(
      {
        ...input,
        DefaultAuthScheme: input.DefaultAuthScheme === 'NONE' ? undefined : input.DefaultAuthScheme,
      },
      known,
      'ModifyDBProxy',
    );
    const before = findProxyOrThrow(parts, context, input.DBProxyName);
    const { settings } = before;
    const { family } = settings;
    const name =
      input.NewDBProxyName === undefined ? before.name : readName(input.NewDBProxyName, 'NewDBProxyName');
    if (name !== before.name && repository.findProxy(context, name)) throw proxyExists(name);
    if (input.RoleArn !== undefined) assertRole(input.RoleArn);
    const isTlsRequired = input.RequireTLS ?? settings.isTlsRequired;
    assertTls(isTlsRequired, family);
    const proxy = await applyProxy(parts, {
      ...before,
      name,
      settings: {
        ...settings,
        logins: input.Auth ? readLogins(input.Auth, family) : settings.logins,
        roleArn: input.RoleArn ?? settings.roleArn,
        securityGroupIds: input.SecurityGroups
          ? findGroups(parts, context, settings.vpcId, input.SecurityGroups)
          : settings.securityGroupIds,
        isTlsRequired,
        idleClientSeconds: readIdleSeconds(input.IdleClientTimeout ?? settings.idleClientSeconds),
        hasDebugLogging: input.DebugLogging ?? settings.hasDebugLogging,
      },
      updatedMs: clock.now(),
    });
    return { DBProxy: proxyOutput(proxy) };
  };
}
