export interface SecretPlace {
  readonly accountId: string;
  readonly region: string;
}

export interface SecretRecord extends SecretPlace {
  readonly name: string;
  /** The six characters after the name in the ARN: another secret of the same name has others. */
  readonly suffix: string;
  readonly description: string | undefined;
  /** As it was given; undefined means the key that AWS manages. */
  readonly kmsKey: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdMs: number;
  readonly changedMs: number;
  /** The day, as AWS tells it. */
  readonly accessedMs: number | undefined;
  readonly deletedMs: number | undefined;
  /** When a deleted secret goes for good. */
  readonly deletionMs: number | undefined;
}

export interface VersionRecord {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly isBinary: boolean;
  readonly keyArn: string;
  readonly stages: readonly string[];
  readonly createdMs: number;
  readonly accessedMs: number | undefined;
}

export interface SecretValue {
  readonly bytes: Uint8Array;
  readonly isBinary: boolean;
}
