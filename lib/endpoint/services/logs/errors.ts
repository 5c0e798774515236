import { ServiceError } from '../../errors.ts';

export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', 400, message);
}

export function validationException(message: string): ServiceError {
  return new ServiceError('ValidationException', 400, message);
}

export function groupNotFound(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 400, 'The specified log group does not exist.');
}

export function streamNotFound(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 400, 'The specified log stream does not exist.');
}

export function alreadyExists(what: 'log group' | 'log stream'): ServiceError {
  return new ServiceError('ResourceAlreadyExistsException', 400, `The specified ${what} already exists`);
}

export function limitExceeded(message: string): ServiceError {
  return new ServiceError('LimitExceededException', 400, message);
}

/** CloudWatch Logs reports broken ranges, lengths and patterns together, as its model checks do. */
export function constraintsBroken(problems: readonly string[]): ServiceError {
  const count = problems.length;
  return new ServiceError(
    'InvalidParameterException',
    400,
    `${count} validation error${count === 1 ? '' : 's'} detected: ${problems.join('; ')}`,
  );
}

export function queryNotFound(queryId: string): ServiceError {
  return new ServiceError(
    'ResourceNotFoundException',
    400,
    `Query with id ${queryId.slice(0, 100)} does not exist, or its results are no longer kept.`,
  );
}

export function definitionNotFound(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 400, 'The specified query definition does not exist.');
}

export function recordNotFound(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 400, 'The specified log record does not exist.');
}

/** A subscription filter's function lies in the account of the group. */
export function crossAccount(): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    400,
    'Cross-account lambda invocation passing is not allowed. You must use DestinationPolicies to create cross account lambda triggers.',
  );
}
