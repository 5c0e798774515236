export interface ParameterPlace {
  readonly accountId: string;
  readonly region: string;
}

export type ParameterType = 'String' | 'StringList' | 'SecureString';

/** One version of a parameter. */
export interface ParameterVersion {
  readonly version: number;
  readonly type: ParameterType;
  /** UTF-8, or a ciphertext of KMS. */
  readonly value: Uint8Array;
  /** As it was given; of secure strings only. */
  readonly keyId: string | undefined;
  readonly description: string | undefined;
  readonly allowedPattern: string | undefined;
  readonly tier: 'Standard' | 'Advanced';
  readonly labels: readonly string[];
  readonly modifiedMs: number;
}

/** A parameter with its newest version. */
export interface ParameterRecord extends ParameterPlace {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly newest: ParameterVersion;
}
