import { ServiceError } from '../../errors.ts';

function refusal(name: string, status: number, code: string, message: string): ServiceError {
  return new ServiceError(name, status, message, { Code: code, Message: message });
}

export function badRequest(message: string): ServiceError {
  return refusal('BadRequestException', 400, 'BadRequest', message);
}

export function conflict(message: string): ServiceError {
  return refusal('ConflictException', 409, 'Conflict', message);
}

export function notFound(what: string): ServiceError {
  return refusal('NotFoundException', 404, 'NotFound', `${what} does not exist.`);
}
