import { ServiceError } from '../../errors.ts';

export function noSuchEntity(message: string): ServiceError {
  return new ServiceError('NoSuchEntityException', 404, message);
}

export function roleNotFound(name: string): ServiceError {
  return noSuchEntity(`The role with name ${name} cannot be found.`);
}

export function policyNotFound(arn: string): ServiceError {
  return noSuchEntity(`Policy ${arn} was not found.`);
}

export function entityAlreadyExists(message: string): ServiceError {
  return new ServiceError('EntityAlreadyExistsException', 409, message);
}

export function malformedPolicy(message: string): ServiceError {
  return new ServiceError('MalformedPolicyDocumentException', 400, message);
}

export function deleteConflict(message: string): ServiceError {
  return new ServiceError('DeleteConflictException', 409, message);
}

export function limitExceeded(message: string): ServiceError {
  return new ServiceError('LimitExceededException', 409, message);
}

export function invalidInput(message: string): ServiceError {
  return new ServiceError('InvalidInputException', 400, message);
}

/** Not in IAM's model, yet what it answers for a name, path or number out of range. */
export function validationError(message: string): ServiceError {
  return new ServiceError('ValidationError', 400, message);
}
