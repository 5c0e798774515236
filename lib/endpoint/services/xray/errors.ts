import { ServiceError } from '../../errors.ts';

export function invalidRequest(message: string): ServiceError {
  return new ServiceError('InvalidRequestException', 400, message);
}
