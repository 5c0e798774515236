export interface KeyPlace {
  readonly accountId: string;
  readonly region: string;
}

/** A symmetric key. */
export interface KeyRecord extends KeyPlace {
  readonly id: string;
  /** Wrapped; `envelope.ts` opens it. */
  readonly material: Uint8Array;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly isEnabled: boolean;
  readonly createdMs: number;
  /** When it goes, for a key that waits for its deletion. */
  readonly deletionMs: number | undefined;
}

export interface AliasRecord extends KeyPlace {
  /** With its `alias/`. */
  readonly name: string;
  readonly keyId: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
}
