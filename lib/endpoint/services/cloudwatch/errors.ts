import { ServiceError } from '../../errors.ts';

export function invalidValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', 400, message);
}

export function invalidCombination(message: string): ServiceError {
  return new ServiceError('InvalidParameterCombinationException', 400, message);
}

export function missingParameter(message: string): ServiceError {
  return new ServiceError('MissingRequiredParameterException', 400, message);
}

export function invalidToken(): ServiceError {
  return new ServiceError('InvalidNextToken', 400, 'The next token is not one that this operation gave out.');
}

export function validationError(message: string): ServiceError {
  return new ServiceError('ValidationError', 400, message);
}
