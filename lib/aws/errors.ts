import 'server-only';
import { randomUUID } from 'node:crypto';
import { describeNetworkError, networkErrorCode } from '@/lib/aws/network-errors';
import { ConnectionError, type ConnectionErrorReason } from '@/lib/connections/connection';
import { consoleError, type ConsoleError, type ConsoleErrorKind } from '@/lib/domain/console-error';
import { log } from '@/lib/log';

/** AWS's member (`timeout`, `vpcConfig.subnetIds`, any capitals) to our field (`timeoutSeconds`). */
export type FieldNames = Readonly<Record<string, string>>;

export interface ErrorContext {
  /** e.g. `lambda:CreateFunction`. */
  readonly operation: string;
  readonly fields?: FieldNames;
}

const kindByName: Readonly<Record<string, ConsoleErrorKind>> = {
  // The operation is not there
  NotImplemented: 'unsupported',
  NotImplementedException: 'unsupported',
  UnknownOperation: 'unsupported',
  UnknownOperationException: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedOperationException: 'unsupported',
  InvalidAction: 'unsupported',
  InternalFailureNotImplemented: 'unsupported',
  // Not there
  ResourceNotFoundException: 'not-found',
  NoSuchEntity: 'not-found',
  NoSuchEntityException: 'not-found',
  NotFoundException: 'not-found',
  GoneException: 'not-found',
  // Keys and permissions
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  ForbiddenException: 'denied',
  UnauthorizedException: 'denied',
  UnauthorizedOperation: 'denied',
  UnrecognizedClientException: 'denied',
  InvalidClientTokenId: 'denied',
  InvalidSignatureException: 'denied',
  SignatureDoesNotMatch: 'denied',
  IncompleteSignature: 'denied',
  MissingAuthenticationToken: 'denied',
  MissingAuthenticationTokenException: 'denied',
  ExpiredToken: 'denied',
  ExpiredTokenException: 'denied',
  OptInRequired: 'denied',
  KMSAccessDeniedException: 'denied',
  CredentialsProviderError: 'denied',
  ProviderError: 'denied',
  TokenProviderError: 'denied',
  // Someone or something else
  ResourceConflictException: 'conflict',
  ResourceInUseException: 'conflict',
  ResourceAlreadyExistsException: 'conflict',
  PreconditionFailedException: 'conflict',
  OperationAbortedException: 'conflict',
  ConflictException: 'conflict',
  EntityAlreadyExists: 'conflict',
  EntityAlreadyExistsException: 'conflict',
  ConcurrentModification: 'conflict',
  DeleteConflict: 'conflict',
  DeleteConflictException: 'conflict',
  ResourceNotReadyException: 'conflict',
  // Too often, too much
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  ThrottledException: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  SlowDown: 'throttled',
  EC2ThrottledException: 'throttled',
  CodeStorageExceededException: 'quota',
  LimitExceeded: 'quota',
  LimitExceededException: 'quota',
  PolicyLengthExceededException: 'quota',
  ServiceQuotaExceededException: 'quota',
  // What was sent
  BadRequestException: 'invalid',
  InvalidParameterValueException: 'invalid',
  InvalidParameterException: 'invalid',
  InvalidRequestContentException: 'invalid',
  InvalidInput: 'invalid',
  ValidationError: 'invalid',
  ValidationException: 'invalid',
  SerializationException: 'invalid',
  MalformedPolicyDocument: 'invalid',
  MalformedPolicyDocumentException: 'invalid',
  InvalidZipFileException: 'invalid',
  MalformedQueryException: 'invalid',
  InvalidRuntimeException: 'invalid',
  PayloadTooLargeException: 'invalid',
  RequestTooLargeException: 'invalid',
  UnsupportedMediaTypeException: 'invalid',
  CodeVerificationFailedException: 'invalid',
  InvalidCodeSignatureException: 'invalid',
};

/** How services name what is not there and what is there already: `AccessPointNotFound`, `InvalidVpcID.NotFound` … */
function kindOfForm(name: string): ConsoleErrorKind | undefined {
  if (/NotFound(Exception|Fault)?$|^NoSuch/.test(name)) return 'not-found';
  return /AlreadyExists(Exception|Fault)?$/.test(name) ? 'conflict' : undefined;
}

const kindByReason: Readonly<Record<ConnectionErrorReason, ConsoleErrorKind>> = {
  'not-found': 'not-found',
  exists: 'conflict',
  'read-only': 'denied',
  'address-refused': 'denied',
  'address-unknown': 'unreachable',
  'secret-missing': 'denied',
  'secret-unreadable': 'denied',
  'source-loop': 'invalid',
  'file-invalid': 'invalid',
};

interface SdkError extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $response?: { readonly statusCode?: number };
}

const isSdkError = (error: unknown): error is SdkError => error instanceof Error && '$metadata' in error;
const isUnread = (error: Error) =>
  error instanceof SyntaxError ||
  /Deserialization error|Unexpected token|Unclosed tag|entity/i.test(error.message);

function kindOfStatus(status: number | undefined): ConsoleErrorKind | undefined {
  switch (status) {
    case 400:
    case 413:
    case 415:
      return 'invalid';
    case 401:
    case 403:
      return 'denied';
    case 404: // Without one of AWS's names for it, the path is what was not found.
    case 405:
    case 501:
      return 'unsupported';
    case 409:
    case 412:
      return 'conflict';
    case 429:
      return 'throttled';
    case 500:
      return 'failed';
    case 502:
    case 503:
    case 504:
      return 'unreachable';
    default:
      return undefined;
  }
}

/** Our name of the field that one of AWS's sentences is about. Forms of the sentence: AWS Lambda, observed. */
function fieldOf(message: string, fields: FieldNames | undefined): string | undefined {
  if (!fields) return undefined;
  const member =
    / at '([^']+)' failed to satisfy constraint/.exec(message)?.[1] ??
    /^'(\w+)' value failed to satisfy constraint/.exec(message)?.[1] ??
    (/role defined for the function/i.test(message) ? 'role' : undefined) ??
    (/environment variable/i.test(message) ? 'environment' : undefined) ??
    (/runtime parameter/i.test(message) ? 'runtime' : undefined) ??
    (/(zip file|unzipped size)/i.test(message) ? 'code' : undefined);
  if (member === undefined) return undefined;
  // Members of lists are written `subnetIds.1.member.arn`; our names know no places in a list.
  const path = member
    .toLowerCase()
    .split('.')
    .filter((part) => part !== 'member' && !/^\d+$/.test(part));
  const entries = Object.entries(fields).map(([name, field]) => [name.toLowerCase(), field] as const);
  // From the whole path to its parts: `environment.member` finds `environment` when nothing is closer.
  for (let length = path.length; length > 0; length -= 1) {
    const prefix = path.slice(0, length).join('.');
    const found = entries.find(([name]) => name === prefix);
    if (found) return found[1];
  }
  return undefined;
}

function unexpected(error: unknown, context: ErrorContext, extra: Partial<ConsoleError>): ConsoleError {
  const reference = randomUUID();
  log().error({ err: error, operation: context.operation, reference }, 'Unexpected failure');
  return consoleError(
    'unexpected',
    'The console met something it did not expect. Its log has the cause under the reference.',
    { ...extra, operation: context.operation, reference },
  );
}

/**
 * What went wrong, in our closed list. Reads SDK exceptions, network errors, answers that are not AWS's, and the
 * errors of `lib/connections`. Anything else is `unexpected`: logged here under a reference, its message kept back.
 */
export function toConsoleError(error: unknown, context: ErrorContext): ConsoleError {
  const { operation } = context;
  if (error instanceof ConnectionError) {
    return consoleError(kindByReason[error.reason], error.message, { operation });
  }
  const network = networkErrorCode(error);
  if (network !== undefined) {
    return consoleError('unreachable', describeNetworkError(network), { operation, awsErrorName: network });
  }
  if (!(error instanceof Error)) return unexpected(error, context, {});

  const status = isSdkError(error)
    ? (error.$metadata?.httpStatusCode ?? error.$response?.statusCode)
    : undefined;
  const requestId = isSdkError(error) ? error.$metadata?.requestId : undefined;
  if (isSdkError(error) && isUnread(error)) {
    const isMissing = status === 404 || status === 405 || status === 501;
    return consoleError(
      isMissing ? 'unsupported' : 'unreachable',
      isMissing
        ? `The endpoint does not have this operation (HTTP ${status}).`
        : `The endpoint answered with something that is not an answer of AWS${status ? ` (HTTP ${status})` : ''}. ` +
            'Check that the address leads to an AWS endpoint and not to a website or a proxy.',
      { operation, requestId },
    );
  }
  const named = kindByName[error.name] ?? (isSdkError(error) ? kindOfForm(error.name) : undefined);
  const kind = named ?? (isSdkError(error) ? kindOfStatus(status) : undefined);
  if (kind === undefined) return unexpected(error, context, { awsErrorName: error.name, requestId });
  return consoleError(kind, messageOf(error, status), {
    operation,
    requestId,
    awsErrorName: error.name,
    ...(kind === 'invalid' ? { field: fieldOf(error.message, context.fields) } : {}),
  });
}

function messageOf(error: Error, status: number | undefined): string {
  const hasMessage = error.message !== '' && error.message !== 'UnknownError' && error.message !== 'Unknown';
  return hasMessage ? error.message : `${error.name}${status ? ` (HTTP ${status})` : ''}`;
}

/** True while Lambda cannot assume a role yet that was made a moment ago: the one refusal worth repeating. */
export function isRoleNotReady(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'InvalidParameterValueException' &&
    /cannot be assumed by Lambda/i.test(error.message)
  );
}
