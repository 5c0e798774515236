import type { Type } from '@aws-sdk/client-schemas';

export interface RegistryKey {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

export interface RegistryRecord extends RegistryKey {
  /** Empty for none. */
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface SchemaKey {
  readonly accountId: string;
  readonly region: string;
  readonly registry: string;
  readonly name: string;
}

export interface SchemaRecord extends SchemaKey {
  readonly type: Type;
  /** Empty for none. */
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Number of the newest version there ever was. */
  readonly latest: number;
  readonly modifiedMs: number;
}

export interface VersionRecord extends SchemaKey {
  readonly version: number;
  readonly type: Type;
  readonly content: string;
  /** Of the request that made it. */
  readonly clientToken?: string;
  readonly createdMs: number;
}
