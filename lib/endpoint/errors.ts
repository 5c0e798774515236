/**
 * A refusal that the caller sees, in the caller's own protocol. Thrown at any depth inside the endpoint;
 * only `wire/error.ts` turns it into bytes.
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** AWS's exception name, e.g. `ResourceNotFoundException`. */
  readonly code: string;
  /** HTTP status where the protocol's schema does not say otherwise. */
  readonly status: number;
  /** Modelled members besides the message, e.g. `{ Type: 'User', Reason: '…' }`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Beside those of the protocol, e.g. S3's `x-amz-bucket-region`; written where the protocol is XML over REST. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: string,
    status: number,
    message: string,
    members: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.members = members;
    this.headers = headers;
  }
}

/** The answer for an operation, or a member of one, that this endpoint does not have. */
export function notImplemented(what: string): ServiceError {
  return new ServiceError('NotImplemented', 501, `${what} is not implemented by the Lambdeck endpoint.`);
}

/** The answer when one of our own facts was broken; the log line with the same request id has the cause. */
export function internalFailure(requestId: string): ServiceError {
  return new ServiceError(
    'InternalFailure',
    500,
    `The endpoint failed while handling this request. Its log has the cause under request id ${requestId}.`,
  );
}
