/** A function as the endpoint keeps it. Where it lives (account, Region, name) is its key. */

export interface FunctionKey {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

/** A layer version as a function has it; it stays as it was when the layer version is deleted. */
export interface LayerReference {
  readonly arn: string;
  /** SHA-256 of its archive in hex. */
  readonly blob: string;
  readonly codeSize: number;
  readonly unpackedSize: number;
}

/** Everything a caller can set, with defaults filled in; kept as one JSON document. */
export interface FunctionSettings {
  /** New with every change of code or configuration, even one that changes nothing: environments are kept per generation. */
  readonly generation: string;
  readonly runtime: string;
  readonly handler: string;
  readonly role: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly ephemeralStorageMb: number;
  readonly architectures: readonly string[];
  /** Absent when never sent; AWS then leaves `Environment` out. */
  readonly variables?: Readonly<Record<string, string>>;
  /** In place of `variables` where a KMS key encrypts them: base64, opened by `sealed-variables.ts`. */
  readonly sealedVariables?: string | undefined;
  readonly tracingMode: string;
  readonly snapStartApplyOn: string;
  readonly logging: LoggingSettings;
  readonly deadLetterTargetArn?: string;
  readonly kmsKeyArn?: string;
  /** In the order in which they are merged under /opt. */
  readonly layers?: readonly LayerReference[];
  readonly vpc?: VpcSettings | undefined;
  /** One at most. */
  readonly fileSystems?: readonly FileSystemSettings[] | undefined;
  /** True once an empty VpcConfig was sent: AWS then answers with empty lists. */
  readonly hasDetachedVpc?: boolean | undefined;
  /** Environments are never shared between tenants, and every call names one. Set with creation, for good. */
  readonly tenantIsolation?: 'PER_TENANT' | undefined;
  /** Where the function is on a capacity provider; chosen with creation. It is kept and not run. */
  readonly capacityProvider?: ManagedInstances | undefined;
  /** Where the function is durable, likewise. */
  readonly durable?: DurableSettings | undefined;
}

export interface ManagedInstances {
  /** Of the capacity provider. */
  readonly arn: string;
  /** Calls at one time in one environment. */
  readonly concurrencyMax?: number | undefined;
  readonly memoryGiBPerVCpu?: number | undefined;
}

export interface DurableSettings {
  readonly timeoutSeconds: number;
  readonly retentionDays: number;
  readonly kmsKeyArn?: string | undefined;
}

export interface VpcSettings {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly allowsIpv6: boolean;
}

export interface FileSystemSettings {
  /** Of the access point. */
  readonly arn: string;
  /** `/mnt/…`, as the function sees it. */
  readonly path: string;
}

export interface LoggingSettings {
  readonly format: 'Text' | 'JSON';
  readonly logGroup: string;
  readonly applicationLevel?: string;
  readonly systemLevel?: string;
}

/** What invocations run: an update in progress leaves the previous pair in force. */
export interface RunnableCode {
  readonly settings: FunctionSettings;
  /** SHA-256 of the archive in hex: the blob's name. */
  readonly codeBlob: string;
}

export type FunctionState =
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly reason: string; readonly reasonCode: string }
  | { readonly kind: 'active' }
  | { readonly kind: 'updating'; readonly running: RunnableCode };

export interface FunctionRecord extends FunctionKey, RunnableCode {
  /** `$LATEST`, or the number of a published version; those never change their code and settings. */
  readonly version: string;
  /** Bytes of the archive. */
  readonly codeSize: number;
  readonly unpackedSize: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly state: FunctionState;
  readonly revisionId: string;
  readonly modifiedMs: number;
}

export interface AliasRecord extends FunctionKey {
  readonly alias: string;
  /** A number or `$LATEST`. */
  readonly version: string;
  readonly description: string;
  /** Shares of calls, 0 to 1, that go to versions other than `version`; at most one entry. */
  readonly weights: Readonly<Record<string, number>>;
  readonly revisionId: string;
}
