import { ServiceError } from '../errors.ts';
import type { ServiceName } from '../services/service.ts';

/** How many bytes a request of an operation may have, and AWS's words for one that has more. */
export interface BodyLimit {
  readonly bytes: number;
  refusal(actualBytes: number | undefined): ServiceError;
}

const MEBIBYTE = 1_048_576;
const DEFAULT_BYTES = MEBIBYTE;

/** Lambda's synchronous payload; the asynchronous one was raised to 1 MB in October 2025. */
const INVOKE_BYTES = 6 * MEBIBYTE;
const INVOKE_EVENT_BYTES = MEBIBYTE;
/** A 50 MB archive as base64 inside of JSON, as AWS's own message names it. */
const CODE_BYTES = 70_167_211;

const OPERATION_BYTES: Readonly<Record<string, number>> = {
  'lambda.CreateFunction': CODE_BYTES,
  'lambda.UpdateFunctionCode': CODE_BYTES,
  'lambda.PublishLayerVersion': CODE_BYTES,
  'lambda.Invoke': INVOKE_BYTES,
  'lambda.InvokeWithResponseStream': INVOKE_BYTES,
  // The service counts 1 MB of messages; escaped in JSON they can be several times that.
  'logs.PutLogEvents': 8 * MEBIBYTE,
  'apigateway.ImportRestApi': 6 * MEBIBYTE,
  'apigateway.PutRestApi': 6 * MEBIBYTE,
  // The service counts 1 MiB of messages; escaped in JSON or a form they can be several times that.
  'sqs.SendMessage': 8 * MEBIBYTE,
  'sqs.SendMessageBatch': 8 * MEBIBYTE,
  'sns.Publish': 2 * MEBIBYTE,
  'sns.PublishBatch': 2 * MEBIBYTE,
  'events.PutEvents': 8 * MEBIBYTE,
  'ec2.RunInstances': 2 * MEBIBYTE,
  // A thousand keys, and ten thousand parts with their checksums.
  's3.DeleteObjects': 8 * MEBIBYTE,
  's3.CompleteMultipartUpload': 8 * MEBIBYTE,
};

/** Messages call the Invoke operation by the name it has in IAM. */
const NAMES_IN_MESSAGES: Readonly<Record<string, string>> = { Invoke: 'InvokeFunction' };

export function bodyLimitOf(
  service: ServiceName | undefined,
  operation: string | undefined,
  headers: Readonly<Record<string, string>>,
): BodyLimit {
  if (service === 'lambda' && operation === 'Invoke' && headers['x-amz-invocation-type'] === 'Event')
    return { bytes: INVOKE_EVENT_BYTES, refusal: refuseEventPayload };
  const bytes = OPERATION_BYTES[`${service ?? ''}.${operation ?? ''}`] ?? DEFAULT_BYTES;
  const name = operation === undefined ? 'this' : `the ${NAMES_IN_MESSAGES[operation] ?? operation}`;
  return {
    bytes,
    refusal: () =>
      new ServiceError(
        'RequestEntityTooLargeException',
        413,
        `Request must be smaller than ${bytes} bytes for ${name} operation`,
      ),
  };
}

function refuseEventPayload(actualBytes: number | undefined): ServiceError {
  const size = actualBytes ?? `more than ${INVOKE_EVENT_BYTES}`;
  return new ServiceError(
    'RequestEntityTooLargeException',
    413,
    `${size} byte payload is too large for the Event invocation type (limit ${INVOKE_EVENT_BYTES} bytes)`,
  );
}
