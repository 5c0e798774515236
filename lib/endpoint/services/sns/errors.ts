import { ServiceError } from '../../errors.ts';

/** SNS's answer to most wrong values; the query protocol's code (`InvalidParameter`) comes from the schema. */
export function invalidParameter(what: string): ServiceError {
  return new ServiceError('InvalidParameterException', 400, `Invalid parameter: ${what}`);
}

export function invalidParameterValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', 400, message);
}

export function topicDoesNotExist(): ServiceError {
  return new ServiceError('NotFoundException', 404, 'Topic does not exist');
}

export function subscriptionDoesNotExist(): ServiceError {
  return new ServiceError('NotFoundException', 404, 'Subscription does not exist');
}

export function resourceDoesNotExist(): ServiceError {
  return new ServiceError('ResourceNotFoundException', 404, 'Resource does not exist');
}

export function tagLimitExceeded(): ServiceError {
  return new ServiceError(
    'TagLimitExceededException',
    400,
    'Could not complete request: tag quota of per resource exceeded',
  );
}

export function batchRefusal(
  code:
    | 'EmptyBatchRequestException'
    | 'TooManyEntriesInBatchRequestException'
    | 'InvalidBatchEntryIdException'
    | 'BatchEntryIdsNotDistinctException'
    | 'BatchRequestTooLongException',
  message: string,
): ServiceError {
  return new ServiceError(code, 400, message);
}
