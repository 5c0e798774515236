import { ServiceError } from '../../errors.ts';

export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', 400, message);
}

export function conflict(message: string): ServiceError {
  return new ServiceError('ConflictException', 409, message);
}

export function notFound(message: string): ServiceError {
  return new ServiceError('NotFoundException', 404, message);
}

/** AWS's name for a quota that is used up; its words are unconfirmed. */
export function limitExceeded(message: string): ServiceError {
  return new ServiceError('LimitExceededException', 429, message);
}

/** As the service's front end words a value outside of an enumeration [rec]. */
export function notInEnum(value: string, member: string, allowed: readonly string[]): ServiceError {
  return new ServiceError(
    'ValidationException',
    400,
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(', ')}]`,
  );
}
