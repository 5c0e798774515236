import { ServiceError } from '../../errors.ts';

/** SQS answers 400 to everything that is the caller's fault; the old query codes come from the schema. */
function refusal(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}

export function queueDoesNotExist(): ServiceError {
  return refusal('QueueDoesNotExist', 'The specified queue does not exist.');
}

export function queueNameExists(attribute: string): ServiceError {
  return refusal(
    'QueueNameExists',
    `A queue already exists with the same name and a different value for attribute ${attribute}`,
  );
}

/** Not modelled, yet what SQS answers for most wrong values. */
export function invalidParameterValue(message: string): ServiceError {
  return refusal('InvalidParameterValue', message);
}

export function missingParameter(name: string): ServiceError {
  return refusal('MissingParameter', `The request must contain the parameter ${name}.`);
}

export function invalidAttributeName(name: string): ServiceError {
  return refusal('InvalidAttributeName', `Unknown Attribute ${name}.`);
}

export function invalidAttributeValue(message: string): ServiceError {
  return refusal('InvalidAttributeValue', message);
}

export function receiptHandleIsInvalid(handle: string): ServiceError {
  return refusal(
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
  );
}

export function receiptHandleExpired(handle: string): ServiceError {
  return invalidParameterValue(
    `Value ${handle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`,
  );
}

export function messageNotAvailable(handle: string): ServiceError {
  return invalidParameterValue(
    `Value ${handle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
  );
}

export function invalidMessageContents(): ServiceError {
  return refusal(
    'InvalidMessageContents',
    'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
  );
}

export function purgeInProgress(name: string): ServiceError {
  return refusal(
    'PurgeQueueInProgress',
    `Only one PurgeQueue operation on ${name} is allowed every 60 seconds.`,
  );
}

export function batchRefusal(
  code:
    | 'EmptyBatchRequest'
    | 'TooManyEntriesInBatchRequest'
    | 'InvalidBatchEntryId'
    | 'BatchEntryIdsNotDistinct'
    | 'BatchRequestTooLong',
  message: string,
): ServiceError {
  return refusal(code, message);
}
