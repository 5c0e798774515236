import { ServiceError } from '../../errors.ts';

export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', 400, message);
}

export function conflict(message: string): ServiceError {
  return new ServiceError('ConflictException', 409, message);
}

/** `what` as AWS calls it: API, Route, Integration, Deployment, Authorizer; a stage is written small and not named. */
export function notFound(what: string, id: string): ServiceError {
  const message =
    what === 'Stage' ? 'Invalid stage identifier specified' : `Invalid ${what} identifier specified ${id}`;
  return new ServiceError('NotFoundException', 404, message, { ResourceType: what });
}

/** AWS's name for a quota that is used up; its words are unconfirmed. */
export function tooMany(what: string, countMax: number): ServiceError {
  return new ServiceError(
    'TooManyRequestsException',
    429,
    `Unable to create ${what}: the maximum number of ${countMax} has been reached.`,
    { LimitType: what },
  );
}
