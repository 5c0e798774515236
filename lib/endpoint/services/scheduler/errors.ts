import { ServiceError } from '../../errors.ts';

function refusal(code: string, status: number, message: string): ServiceError {
  return new ServiceError(code, status, message, { Message: message });
}

export function validationException(message: string): ServiceError {
  return refusal('ValidationException', 400, message);
}

export function scheduleNotFound(name: string): ServiceError {
  return refusal('ResourceNotFoundException', 404, `Schedule ${name} does not exist.`);
}

export function groupNotFound(name: string): ServiceError {
  return refusal('ResourceNotFoundException', 404, `Schedule group ${name} does not exist.`);
}

export function conflict(message: string): ServiceError {
  return refusal('ConflictException', 409, message);
}
