import type { CreateDBProxyRequest, CreateDBProxyResponse } from '@aws-sdk/client-rds';
import { randomBytes } from 'node:crypto';
import type { Given, Operation } from '../../service.ts';
import { noCapacity, proxyExists, proxyQuota } from '../errors.ts';
import { findGroups, findVpc } from '../network.ts';
import type { RdsParts } from '../parts.ts';
import { applyProxy, proxyOutput } from '../proxies.ts';
import type { ProxyRecord } from '../records.ts';
import { assertKnown, mergeTags, readName } from '../rules/input.ts';
import {
  assertRole,
  assertSubnets,
  assertTls,
  firstPool,
  readFamily,
  readIdleSeconds,
  readLogins,
} from '../rules/proxy-input.ts';

/** AWS's quota of a Region, as it is without asking for more. */
const proxiesMax = 20;

const known = [
  'DBProxyName',
  'EngineFamily',
  'Auth',
  'RoleArn',
  'VpcSubnetIds',
  'VpcSecurityGroupIds',
  'RequireTLS',
  'IdleClientTimeout',
  'DebugLogging',
  'Tags',
];

type Input = Given<CreateDBProxyRequest>;

export function createDBProxy(parts: RdsParts): Operation<Input, CreateDBProxyResponse> {
  const { repository } = parts;
  return async (input, { accountId, region }) => {
    assertKnown(withoutDefaults(input), known, 'CreateDBProxy');
    const proxy = readProxy(parts, input, { accountId, region });
    repository.transaction(() => {
      if (repository.findProxy(proxy, proxy.name)) throw proxyExists(input.DBProxyName);
      if (repository.pageOfProxies(proxy, { after: '', countMax: proxiesMax }).length === proxiesMax)
        throw proxyQuota();
      repository.putProxy(proxy);
    });
    try {
      return { DBProxy: proxyOutput(await applyProxy(parts, proxy)) };
    } catch (error) {
      repository.transaction(() => repository.deleteProxy(proxy));
      throw noCapacity(`The proxy could not listen on this machine: ${String(error)}`);
    }
  };
}

/** What says no more than the default is as good as unsaid. */
function withoutDefaults(input: Input): object {
  const {
    DefaultAuthScheme: scheme,
    EndpointNetworkType: network,
    TargetConnectionNetworkType: target,
  } = input;
  return {
    ...input,
    DefaultAuthScheme: scheme === 'NONE' ? undefined : scheme,
    EndpointNetworkType: network === 'IPV4' ? undefined : network,
    TargetConnectionNetworkType: target === 'IPV4' ? undefined : target,
  };
}

function readProxy(parts: RdsParts, input: Input, place: { accountId: string; region: string }): ProxyRecord {
  const name = readName(input.DBProxyName, 'DBProxyName');
  const family = readFamily(input.EngineFamily);
  const logins = readLogins(input.Auth, family);
  assertRole(input.RoleArn);
  assertSubnets(input.VpcSubnetIds);
  const isTlsRequired = input.RequireTLS === true;
  assertTls(isTlsRequired, family);
  const vpcId = findVpc(parts, place, input.VpcSubnetIds);
  const now = parts.clock.now();
  return {
    ...place,
    id: `prx-${randomBytes(9).toString('hex').slice(0, 17)}`,
    name,
    settings: {
      family,
      logins,
      roleArn: input.RoleArn,
      subnetIds: input.VpcSubnetIds,
      securityGroupIds: findGroups(parts, place, vpcId, input.VpcSecurityGroupIds ?? []),
      vpcId,
      isTlsRequired,
      idleClientSeconds: readIdleSeconds(input.IdleClientTimeout ?? 1800),
      hasDebugLogging: input.DebugLogging === true,
    },
    pool: firstPool,
    tags: mergeTags({}, input.Tags ?? []),
    port: 0,
    target: undefined,
    createdMs: now,
    updatedMs: now,
  };
}
