import { ServiceError } from '../../errors.ts';

export function validationException(message: string): ServiceError {
  return new ServiceError('ValidationException', 400, message);
}

export function resourceNotFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', 400, message);
}

export function busNotFound(name: string): ServiceError {
  return resourceNotFound(`Event bus ${name} does not exist.`);
}

export function ruleNotFound(name: string, bus: string): ServiceError {
  return resourceNotFound(`Rule ${name} does not exist on EventBus ${bus}.`);
}

export function resourceAlreadyExists(message: string): ServiceError {
  return new ServiceError('ResourceAlreadyExistsException', 400, message);
}

export function invalidEventPattern(reason: string): ServiceError {
  return new ServiceError(
    'InvalidEventPatternException',
    400,
    `Event pattern is not valid. Reason: ${reason}`,
  );
}

export function limitExceeded(): ServiceError {
  return new ServiceError(
    'LimitExceededException',
    400,
    'The requested resource exceeds the maximum number allowed.',
  );
}
