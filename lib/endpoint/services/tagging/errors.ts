import { ServiceError } from '../../errors.ts';

export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', 400, message);
}

/** For a token that is none of ours; AWS's expire after fifteen minutes, ours when what they name is gone. */
export function tokenExpired(): ServiceError {
  return new ServiceError(
    'PaginationTokenExpiredException',
    400,
    'The pagination token is not valid. Begin again without one.',
  );
}
