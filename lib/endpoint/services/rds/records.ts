export interface RdsPlace {
  readonly accountId: string;
  readonly region: string;
}

export type EngineFamily = 'POSTGRESQL' | 'MYSQL';
export type Tags = Readonly<Record<string, string>>;

/** What CreateDBInstance said of a database that runs elsewhere; its address is in the tags. */
export interface InstanceSettings {
  readonly engine: string;
  readonly engineVersion: string | undefined;
  readonly instanceClass: string;
  readonly masterUsername: string | undefined;
  readonly database: string | undefined;
  readonly securityGroupIds: readonly string[];
}

export interface InstanceRecord extends RdsPlace {
  readonly name: string;
  readonly resourceId: string;
  readonly settings: InstanceSettings;
  readonly tags: Tags;
  readonly createdMs: number;
}

/** One entry of a proxy's `Auth`. */
export interface ProxyLogin {
  readonly description: string | undefined;
  readonly userName: string | undefined;
  readonly secretArn: string;
  readonly isIam: boolean;
  readonly passwordType: string;
}

export interface ProxySettings {
  readonly family: EngineFamily;
  readonly logins: readonly ProxyLogin[];
  readonly roleArn: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly vpcId: string;
  readonly isTlsRequired: boolean;
  readonly idleClientSeconds: number;
  readonly hasDebugLogging: boolean;
}

export interface PoolSettings {
  readonly maxPercent: number;
  readonly idlePercent: number;
  readonly borrowSeconds: number;
  readonly pinningFilters: readonly string[];
  readonly initQuery: string | undefined;
}

export interface ProxyRecord extends RdsPlace {
  /** `prx-…`, the same under every name. */
  readonly id: string;
  readonly name: string;
  readonly settings: ProxySettings;
  readonly pool: PoolSettings;
  readonly tags: Tags;
  /** Where it listens on the loopback interface; 0 before it has one. */
  readonly port: number;
  /** Name of a DB instance. */
  readonly target: string | undefined;
  readonly createdMs: number;
  readonly updatedMs: number;
}
