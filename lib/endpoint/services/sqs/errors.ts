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

/** Not modelled, yet what SQS answers for most wrong values; `wire/error-facts.ts` has the code without its ending. */
export function invalidParameterValue(message: string): ServiceError {
  return refusal('InvalidParameterValueException', message);
}

export function missingParameter(name: string): ServiceError {
  return refusal('MissingRequiredParameterException', missing(name));
}

const missing = (name: string) => `The request must contain the parameter ${name}.`;

export function invalidAttributeName(name: string): ServiceError {
  return refusal('InvalidAttributeName', `Unknown Attribute ${name}.`);
}

/** Of a standard queue. */
export function fifoOnlyAttribute(name: string): ServiceError {
  return refusal('InvalidAttributeName', `You can specify the ${name} only when FifoQueue is set to true.`);
}

export function twoEncryptions(): ServiceError {
  return refusal(
    'InvalidAttributeName',
    'You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.',
  );
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

/** A refusal of one part that SQS answers to the whole batch. */
export function isOfWholeBatch(error: unknown): boolean {
  return error instanceof WholeBatchRefusal;
}

class WholeBatchRefusal extends ServiceError {}

/** In a batch the code is another one than in a single send. */
export function missingGroupId(isBatch: boolean): ServiceError {
  if (!isBatch) return missingParameter('MessageGroupId');
  return new WholeBatchRefusal('InvalidParameterValueException', 400, missing('MessageGroupId'));
}

export function missingDeduplicationId(): ServiceError {
  return new WholeBatchRefusal(
    'InvalidParameterValueException',
    400,
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
}

export function messageTooLong(bytesMax: number, isBatch: boolean): ServiceError {
  const what = isBatch ? 'cannot be validated' : 'are invalid';
  return invalidParameterValue(
    `One or more parameters ${what}. Reason: Message must be shorter than ${bytesMax} bytes.`,
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
