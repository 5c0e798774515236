import type { ConnectionPoolConfiguration, UserAuthConfig } from '@aws-sdk/client-rds';
import { notImplemented } from '../../../errors.ts';
import { invalidCombination, invalidSubnet, invalidValue } from '../errors.ts';
import type { EngineFamily, PoolSettings, ProxyLogin } from '../records.ts';

const loginsMax = 200;

export function readFamily(family: string): EngineFamily {
  if (family === 'POSTGRESQL' || family === 'MYSQL') return family;
  if (family === 'SQLSERVER') throw notImplemented('A database proxy of the engine family SQLSERVER');
  throw invalidValue(`Invalid engine family ${family}. Valid values: MYSQL, POSTGRESQL, SQLSERVER.`);
}

export function readLogins(auth: readonly UserAuthConfig[] | undefined, family: EngineFamily): ProxyLogin[] {
  if (!auth || auth.length === 0)
    throw invalidCombination(
      'Auth is required: name the secret that the proxy signs in to the database with.',
    );
  if (auth.length > loginsMax) throw invalidValue(`Auth can have at most ${loginsMax} entries.`);
  return auth.map((entry) => readLogin(entry, family));
}

function readLogin(entry: UserAuthConfig, family: EngineFamily): ProxyLogin {
  const { AuthScheme: scheme = 'SECRETS', IAMAuth: iam = 'DISABLED', SecretArn: secretArn = '' } = entry;
  if (scheme !== 'SECRETS') throw invalidValue(`Invalid AuthScheme ${scheme}. Valid values: SECRETS.`);
  if (!/^arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:.+/.test(secretArn))
    throw invalidValue(`The SecretArn ${secretArn.slice(0, 200)} is not the ARN of a secret.`);
  if (iam !== 'DISABLED' && iam !== 'REQUIRED')
    throw invalidValue(`IAMAuth ${iam} is not valid for the engine family ${family}.`);
  const types = {
    POSTGRESQL: ['POSTGRES_SCRAM_SHA_256', 'POSTGRES_MD5'],
    MYSQL: ['MYSQL_CACHING_SHA2_PASSWORD', 'MYSQL_NATIVE_PASSWORD'],
  }[family];
  const passwordType = entry.ClientPasswordAuthType ?? types[0] ?? '';
  if (!types.includes(passwordType))
    throw invalidValue(
      `ClientPasswordAuthType ${passwordType} is not valid for the engine family ${family}.`,
    );
  if (family === 'MYSQL' && iam === 'REQUIRED')
    throw notImplemented('IAM authentication of a MySQL proxy, which is forwarded as it is,');
  return {
    description: entry.Description,
    userName: entry.UserName,
    secretArn,
    isIam: iam === 'REQUIRED',
    passwordType,
  };
}

export function assertRole(arn: string): void {
  if (!/^arn:[\w-]+:iam::\d{12}:role\/.+/.test(arn))
    throw invalidValue(`The RoleArn ${arn.slice(0, 200)} is not the ARN of a role.`);
}

export function assertSubnets(ids: readonly string[]): void {
  if (ids.length < 2)
    throw invalidSubnet('DB Proxies must be created with at least two subnets, in two Availability Zones.');
  const bad = ids.find((id) => !/^subnet-[0-9a-f]{8,17}$/.test(id));
  if (bad !== undefined) throw invalidSubnet(`Some input subnets are invalid: ${bad.slice(0, 100)}`);
}

export function assertGroups(ids: readonly string[]): void {
  const bad = ids.find((id) => !/^sg-[0-9a-f]{8,17}$/.test(id));
  if (bad !== undefined) throw invalidValue(`Invalid security group ${bad.slice(0, 100)}`);
}

export function assertTls(isRequired: boolean, family: EngineFamily): void {
  if (isRequired && family === 'MYSQL')
    throw notImplemented('RequireTLS of a MySQL proxy, which is forwarded as it is,');
}

export function readIdleSeconds(seconds: number): number {
  if (seconds < 1 || seconds > 28_800) throw invalidValue('IdleClientTimeout must be between 1 and 28800.');
  return seconds;
}

export const firstPool: PoolSettings = {
  maxPercent: 100,
  idlePercent: 50,
  borrowSeconds: 120,
  pinningFilters: [],
  initQuery: undefined,
};

export function readPool(before: PoolSettings, config: ConnectionPoolConfiguration): PoolSettings {
  const {
    MaxConnectionsPercent: max,
    MaxIdleConnectionsPercent: idle,
    ConnectionBorrowTimeout: borrow,
  } = config;
  if (idle !== undefined && max === undefined)
    throw invalidCombination('MaxIdleConnectionsPercent needs MaxConnectionsPercent beside it.');
  const maxPercent = max ?? before.maxPercent;
  if (maxPercent < 1 || maxPercent > 100)
    throw invalidValue('MaxConnectionsPercent must be between 1 and 100.');
  // Without a value of its own it is half of the other.
  const idlePercent = idle ?? (max === undefined ? before.idlePercent : Math.floor(max / 2));
  if (idlePercent < 0 || idlePercent > maxPercent)
    throw invalidValue('MaxIdleConnectionsPercent must be between 0 and MaxConnectionsPercent.');
  const borrowSeconds = borrow ?? before.borrowSeconds;
  if (borrowSeconds < 0 || borrowSeconds > 300)
    throw invalidValue('ConnectionBorrowTimeout must be between 0 and 300.');
  const pinningFilters = config.SessionPinningFilters ?? before.pinningFilters;
  const bad = pinningFilters.find((filter) => filter !== 'EXCLUDE_VARIABLE_SETS');
  if (bad !== undefined)
    throw invalidValue(`Invalid SessionPinningFilters ${bad}. Valid values: EXCLUDE_VARIABLE_SETS.`);
  const initQuery = config.InitQuery ?? before.initQuery;
  return {
    maxPercent,
    idlePercent,
    borrowSeconds,
    pinningFilters,
    initQuery: initQuery === '' ? undefined : initQuery,
  };
}

export function assertInitQuery(pool: PoolSettings, family: EngineFamily): void {
  if (pool.initQuery !== undefined && family === 'MYSQL')
    throw notImplemented('InitQuery of a MySQL proxy, which is forwarded as it is,');
}
