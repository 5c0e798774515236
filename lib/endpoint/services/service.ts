/** What every AWS service of the endpoint is made of. Pure types: the wire layer hands requests to these. */

/** Who asked, for where, and with what around the input. */
export interface RequestContext {
  /** Twelve digits; from the access key, `000000000000` by default. */
  readonly accountId: string;
  readonly region: string;
  readonly requestId: string;
  /** Lower-case request header names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where the caller reached us, e.g. `http://localhost:4566`; no slash at the end. */
  readonly baseUrl: string;
  /** Aborts when the caller hangs up. */
  readonly signal: AbortSignal;
}

/**
 * One operation. Input and output have the shapes of the AWS SDK for JavaScript v3: blobs are Uint8Array,
 * timestamps are Date, streaming blobs and event streams are async iterables. The input has been type-checked
 * against the schema and has its required members; ranges and patterns are the operation's own to check.
 */
export type Operation<Input = never, Output = unknown> = (
  input: Input,
  context: RequestContext,
) => Output | Promise<Output>;

/**
 * An SDK request type as an operation receives it: the SDK types required members as possibly undefined, but the
 * wire layer has refused requests without them.
 */
export type Given<Request> = {
  [Member in keyof Request]: object extends Pick<Request, Member>
    ? Request[Member]
    : Exclude<Request[Member], undefined>;
};

/** Names under which the wire layer knows a service's SDK client. */
export type ServiceName =
  | 'lambda'
  | 'logs'
  | 'iam'
  | 'sts'
  | 'cloudwatch'
  | 's3'
  | 'sqs'
  | 'sns'
  | 'events'
  | 'scheduler'
  | 'schemas'
  | 'tagging'
  | 'kms'
  | 'secretsmanager'
  | 'ssm'
  | 'rds'
  | 'xray'
  | 'ec2'
  | 'efs'
  | 'apigateway'
  | 'apigatewayv2';

export interface Service {
  readonly name: ServiceName;
  /** Keyed by AWS's operation name, e.g. `CreateFunction`. What is missing answers NotImplemented. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** Called once at shutdown, before the store closes. */
  close?(): Promise<void>;
}
