import type { DBProxy, DBProxyTarget, DBProxyTargetGroup } from '@aws-sdk/client-rds';
import { partitionOf } from '../../../shared/arn.ts';
import { ServiceError } from '../../errors.ts';
import { groupNotFound, proxyNotFound } from './errors.ts';
import type { RdsParts } from './parts.ts';
import type { Login, ProxyDescription, TargetHealth } from './plane.ts';
import type { InstanceRecord, ProxyLogin, ProxyRecord, RdsPlace } from './records.ts';
import { readAddress } from './rules/address.ts';

const healthMs = 3000;
export const defaultGroup = 'default';

const prefix = ({ region, accountId }: RdsPlace) => `arn:${partitionOf(region)}:rds:${region}:${accountId}:`;
export const proxyArn = (proxy: ProxyRecord) => `${prefix(proxy)}db-proxy:${proxy.id}`;
export const instanceArn = (instance: RdsPlace & { readonly name: string }) =>
  `${prefix(instance)}db:${instance.name}`;

export function findProxyOrThrow(
  { repository }: Pick<RdsParts, 'repository'>,
  place: RdsPlace,
  name: string,
): ProxyRecord {
  const proxy = repository.findProxy(place, name.toLowerCase());
  if (!proxy) throw proxyNotFound(name);
  return proxy;
}

/** A proxy has one target group. */
export function assertGroup(name: string | undefined): void {
  if (name !== undefined && name !== defaultGroup) throw groupNotFound(name);
}

export function proxyOutput(proxy: ProxyRecord): DBProxy {
  const { settings } = proxy;
  return {
    DBProxyName: proxy.name,
    DBProxyArn: proxyArn(proxy),
    Status: proxy.port === 0 ? 'insufficient-resource-limits' : 'available',
    EngineFamily: settings.family,
    VpcId: settings.vpcId,
    VpcSecurityGroupIds: [...settings.securityGroupIds],
    VpcSubnetIds: [...settings.subnetIds],
    DefaultAuthScheme: 'NONE',
    Auth: settings.logins.map((login) => ({
      ...(login.description !== undefined && { Description: login.description }),
      ...(login.userName !== undefined && { UserName: login.userName }),
      AuthScheme: 'SECRETS',
      SecretArn: login.secretArn,
      IAMAuth: login.isIam ? 'REQUIRED' : 'DISABLED',
      ClientPasswordAuthType: login.passwordType as 'POSTGRES_MD5',
    })),
    RoleArn: settings.roleArn,
    Endpoint: `127.0.0.1:${proxy.port}`,
    RequireTLS: settings.isTlsRequired,
    IdleClientTimeout: settings.idleClientSeconds,
    DebugLogging: settings.hasDebugLogging,
    CreatedDate: new Date(proxy.createdMs),
    UpdatedDate: new Date(proxy.updatedMs),
    EndpointNetworkType: 'IPV4',
    TargetConnectionNetworkType: 'IPV4',
  };
}

export function groupOutput(proxy: ProxyRecord): DBProxyTargetGroup {
  const { pool } = proxy;
  return {
    DBProxyName: proxy.name,
    TargetGroupName: defaultGroup,
    TargetGroupArn: `${prefix(proxy)}target-group:${proxy.id.replace('prx-', 'prx-tg-')}`,
    IsDefault: true,
    Status: 'available',
    ConnectionPoolConfig: {
      MaxConnectionsPercent: pool.maxPercent,
      MaxIdleConnectionsPercent: pool.idlePercent,
      ConnectionBorrowTimeout: pool.borrowSeconds,
      SessionPinningFilters: [...pool.pinningFilters],
      ...(pool.initQuery !== undefined && { InitQuery: pool.initQuery }),
    },
    CreatedDate: new Date(proxy.createdMs),
    UpdatedDate: new Date(proxy.updatedMs),
  };
}

export function targetOutput(
  proxy: ProxyRecord,
  name: string,
  instance: InstanceRecord | undefined,
  health: TargetHealth | undefined,
): DBProxyTarget {
  const address = instance && readAddress(instance.tags);
  return {
    TargetArn: instanceArn({ ...proxy, name }),
    RdsResourceId: name,
    Type: 'RDS_INSTANCE',
    ...(address && { Endpoint: address.host, Port: address.port }),
    Role: health?.state === 'AVAILABLE' ? 'READ_WRITE' : 'UNKNOWN',
    TargetHealth: !health
      ? { State: 'REGISTERING' }
      : health.state === 'AVAILABLE'
        ? { State: 'AVAILABLE' }
        : { State: 'UNAVAILABLE', Reason: health.reason, Description: health.description },
  };
}

/** The proxy for the plane that listens for it. */
export function describeProxy(parts: RdsParts, proxy: ProxyRecord): ProxyDescription {
  const { settings } = proxy;
  const instance =
    proxy.target === undefined ? undefined : parts.repository.findInstance(proxy, proxy.target);
  return {
    accountId: proxy.accountId,
    region: proxy.region,
    id: proxy.id,
    name: proxy.name,
    family: settings.family,
    port: proxy.port,
    isTlsRequired: settings.isTlsRequired,
    idleClientSeconds: settings.idleClientSeconds,
    pool: proxy.pool,
    target: instance && { ...readAddress(instance.tags), database: instance.settings.database },
    logins: () => settings.logins.map((login) => readLogin(parts, proxy, login)),
  };
}

function readLogin({ secrets }: RdsParts, place: RdsPlace, login: ProxyLogin): Login {
  const problem = (text: string): Login => ({ kind: 'problem', problem: text });
  let text: string | undefined;
  try {
    text = secrets.text(place, login.secretArn);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return problem(`The secret ${login.secretArn} cannot be read: ${error.message}`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? '');
  } catch {
    return problem(`The secret ${login.secretArn} does not hold JSON.`);
  }
  const { username, password } = (typeof parsed === 'object' && parsed ? parsed : {}) as Record<
    string,
    unknown
  >;
  if (typeof username !== 'string' || typeof password !== 'string')
    return problem(`The secret ${login.secretArn} does not hold a username and a password.`);
  return {
    kind: 'login',
    username,
    password,
    isIam: login.isIam,
    isMd5: login.passwordType === 'POSTGRES_MD5',
  };
}

/** Writes the change and has the plane listen as the proxy now is; a port that is new is kept, too. */
export async function applyProxy(parts: RdsParts, proxy: ProxyRecord): Promise<ProxyRecord> {
  parts.repository.transaction(() => parts.repository.putProxy(proxy));
  parts.healths.delete(proxy.id);
  const port = await parts.plane.current?.open(describeProxy(parts, proxy));
  if (port === undefined || port === proxy.port) return proxy;
  const placed = { ...proxy, port };
  parts.repository.transaction(() => parts.repository.putProxy(placed));
  return placed;
}

/** Asked of the database, at most once in three seconds. */
export function healthOf(parts: RdsParts, proxy: ProxyRecord): Promise<TargetHealth> {
  const now = parts.clock.now();
  const last = parts.healths.get(proxy.id);
  if (last && now - last.atMs < healthMs) return last.health;
  const description = describeProxy(parts, proxy);
  const health: Promise<TargetHealth> = !description.target
    ? Promise.resolve({
        state: 'UNAVAILABLE',
        reason: 'UNREACHABLE',
        description: `The DB instance ${proxy.target ?? ''} is not there any more.`,
      })
    : (parts.plane.current?.probe(description) ??
      Promise.resolve({
        state: 'UNAVAILABLE',
        reason: 'UNREACHABLE',
        description: 'The proxy has not started yet.',
      }));
  parts.healths.set(proxy.id, { atMs: now, health });
  return health;
}
