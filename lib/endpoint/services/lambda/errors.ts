import { ServiceError } from '../../errors.ts';

/** Modelled exceptions say whose fault it was; recorded as `User` for every one of the 400 class. */
const byUser = { Type: 'User' };

export function invalidParameterValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', 400, message, byUser);
}

/** In the words of public reports, which show no `Type`. */
export function featureOfOtherRuntimes(runtime: string, feature: string): ServiceError {
  return untyped(`Runtime Enum ${runtime} does not support specified feature: ${feature}`);
}

/** A call of `$LATEST` of a function on a capacity provider, in the words of public reports. */
export function noPublishedVersion(): ServiceError {
  return new ServiceError(
    'NoPublishedVersionException',
    400,
    "The function can't be invoked because no published version exists. For functions with capacity provider configuration, either publish a version to $LATEST.PUBLISHED, or specify a published version qualifier.",
    byUser,
  );
}

/** AWS's text, and after it why it is so here. */
export function efsMountFailure(arn: string, reason: string): ServiceError {
  return new ServiceError(
    'EFSMountFailureException',
    403,
    `The function could not mount the EFS file system with access point ${arn}. ${reason}`,
    byUser,
  );
}

/** No mount target in the function's network, or security groups that let no NFS through. */
export function efsMountConnectivity(arn: string): ServiceError {
  return new ServiceError(
    'EFSMountConnectivityException',
    408,
    `The function couldn't connect to the Amazon EFS file system with access point ${arn}. Check your network configuration and try again.`,
    byUser,
  );
}

/** Not modelled, so without `Type` [rec]. */
export function validationException(message: string): ServiceError {
  return new ServiceError('ValidationException', 400, message);
}

export function resourceNotFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', 404, message, byUser);
}

export function functionNotFound(arn: string): ServiceError {
  return resourceNotFound(`Function not found: ${arn}`);
}

/** The text of several read calls about something that hangs on a function. */
export function noSuchResource(): ServiceError {
  return resourceNotFound('The resource you requested does not exist.');
}

export function resourceConflict(message: string): ServiceError {
  return new ServiceError('ResourceConflictException', 409, message, byUser);
}

/** `reader` is the operation that gives the latest one. */
export function preconditionFailed(reader = 'GetFunction/GetAlias'): ServiceError {
  return new ServiceError(
    'PreconditionFailedException',
    412,
    `The Revision Id provided does not match the latest Revision Id. Call the ${reader} API to retrieve the latest Revision Id`,
    byUser,
  );
}

/** Of the account's limit with the header `Retry-After`, whose seconds are not recorded; of a function's own without. */
export function tooManyRequests(reason: string): ServiceError {
  return new ServiceError('TooManyRequestsException', 429, 'Rate Exceeded.', {
    Reason: reason,
    ...(!reason.startsWith('Reserved') && { retryAfterSeconds: '1' }),
    ...byUser,
  });
}

/** Recorded without `Type`. */
export function unreservedTooLow(min: number): ServiceError {
  return untyped(
    `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${min}].`,
  );
}

/** A mapping between two states, in the words of public reports. */
export function mappingInUse(wanted: 'update' | 'delete'): ServiceError {
  return new ServiceError(
    'ResourceInUseException',
    400,
    `Cannot ${wanted} the event source mapping because it is in use.`,
    byUser,
  );
}

/** Not modelled, so without `Type` [rec]. */
export function requestEntityTooLarge(message: string): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', 413, message);
}

export function invalidRequestContent(message: string): ServiceError {
  return new ServiceError('InvalidRequestContentException', 400, message, byUser);
}

export function codeStorageExceeded(): ServiceError {
  return new ServiceError('CodeStorageExceededException', 400, 'Code storage limit exceeded.', byUser);
}

export function codeSigningConfigNotFound(arn: string): ServiceError {
  return new ServiceError(
    'CodeSigningConfigNotFoundException',
    404,
    `The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${arn}.`,
    byUser,
  );
}

/** Recorded without `Type`. */
export function codeSigningConfigMissing(arn: string): ServiceError {
  return new ServiceError(
    'ResourceNotFoundException',
    404,
    `The Lambda code signing configuration ${arn} can not be found.`,
    { Type: undefined },
  );
}

/** What blocks a deployment under the policy Enforce. */
export function codeVerificationFailed(message: string): ServiceError {
  return new ServiceError('CodeVerificationFailedException', 400, message, byUser);
}

/** Errors 73 and 76: of these only the first has a side at fault. */
export function moreThanReserved(): ServiceError {
  return invalidParameterValue(
    'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
  );
}

export function moreThanUnreserved(unreserved: number): ServiceError {
  return untyped(
    `Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [${unreserved}].`,
  );
}

export function unreservedTooLowForProvisioned(min: number): ServiceError {
  return untyped(
    `Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${min}].`,
  );
}

export function reservedBelowProvisioned(reserved: number, provisioned: number): ServiceError {
  return untyped(
    ` ReservedConcurrentExecutions  ${reserved} should not be lower than function's total provisioned concurrency [${provisioned}].`,
  );
}

/** An alias with weights whose main version is `$LATEST`: recorded without `Type`. */
export function latestNotRouted(): ServiceError {
  return untyped('$LATEST is not supported for an alias pointing to more than 1 version');
}

/** `Type` is undefined over the one that the wire puts into every exception that has the member. */
function untyped(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', 400, message, { Type: undefined });
}

export function provisionedConcurrencyConfigNotFound(): ServiceError {
  return new ServiceError(
    'ProvisionedConcurrencyConfigNotFoundException',
    404,
    'No Provisioned Concurrency Config found for this function',
    byUser,
  );
}

/** Creating under another account's ARN: recorded with a null message. */
export function accessDeniedWithoutWords(): ServiceError {
  return new ServiceError('AccessDeniedException', 403, '', { Message: null });
}

export function accessDenied(account: string, action: string, arn: string): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    403,
    `User: arn:aws:iam::${account}:root is not authorized to perform: lambda:${action} on resource: ${arn} because no resource-based policy allows the lambda:${action} action`,
  );
}

export function deniedByPolicy(account: string, action: string, arn: string): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    403,
    `User: arn:aws:iam::${account}:root is not authorized to perform: lambda:${action} on resource: ${arn} with an explicit deny in a resource-based policy`,
  );
}

export function accessDeniedToLayer(account: string, arn: string): ServiceError {
  return accessDenied(account, 'GetLayerVersion', arn);
}

export function statementExists(sid: string): ServiceError {
  return resourceConflict(
    `The statement id (${sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
  );
}

export function statementNotFound(sid: string): ServiceError {
  return resourceNotFound(`Statement ${sid} is not found in resource policy.`);
}

export function policyLengthExceeded(bytes: number, max: number): ServiceError {
  return new ServiceError(
    'PolicyLengthExceededException',
    400,
    `The final policy size (${bytes}) is bigger than the limit (${max}).`,
    byUser,
  );
}

export function noPolicy(): ServiceError {
  return resourceNotFound('No policy is associated with the given resource.');
}

/** The machine has no program that runs this runtime. AWS's exception for a runtime it cannot start. */
export function invalidRuntime(message: string): ServiceError {
  return new ServiceError('InvalidRuntimeException', 502, message, byUser);
}

export function serviceException(message: string): ServiceError {
  return new ServiceError('ServiceException', 500, message, { Type: 'Service' });
}

/** For members of an operation that this endpoint cannot honour; a sentence that says why and what to do instead. */
export function unsupported(message: string): ServiceError {
  return new ServiceError('NotImplemented', 501, `${message} (Lambdeck endpoint)`);
}
