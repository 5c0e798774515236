import { own } from '../../../../shared/own.ts';
import { notImplemented } from '../../../errors.ts';
import { badRequest } from '../errors.ts';
import { assertSource } from './parameter-mapping.ts';

interface Shape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** First-class integrations that are served here. */
const shapes: Readonly<Record<string, Shape>> = {
  'EventBridge-PutEvents': {
    required: ['Detail', 'DetailType', 'Source'],
    optional: ['Time', 'EventBusName', 'Resources', 'Region', 'TraceHeader'],
  },
  'SQS-SendMessage': {
    required: ['QueueUrl', 'MessageBody'],
    optional: [
      'DelaySeconds',
      'MessageAttributes',
      'MessageDeduplicationId',
      'MessageGroupId',
      'MessageSystemAttributes',
      'Region',
    ],
  },
  'SQS-ReceiveMessage': {
    required: ['QueueUrl'],
    optional: [
      'AttributeNames',
      'MaxNumberOfMessages',
      'MessageAttributeNames',
      'ReceiveRequestAttemptId',
      'VisibilityTimeout',
      'WaitTimeSeconds',
      'Region',
    ],
  },
  'SQS-DeleteMessage': { required: ['ReceiptHandle', 'QueueUrl'], optional: ['Region'] },
  'SQS-PurgeQueue': { required: ['QueueUrl'], optional: ['Region'] },
};

/** Of services that this endpoint does not have. */
const foreign = new Set([
  'AppConfig-GetConfiguration',
  'Kinesis-PutRecord',
  'StepFunctions-StartExecution',
  'StepFunctions-StartSyncExecution',
  'StepFunctions-StopExecution',
]);

/** Refuses a subtype that is none or is not here, and parameters that it does not have. */
export function assertSubtype(
  subtype: string,
  {
    RequestParameters: parameters = {},
    CredentialsArn,
  }: {
    readonly RequestParameters?: Readonly<Record<string, string>> | undefined;
    readonly CredentialsArn?: string | undefined;
  },
): void {
  if (foreign.has(subtype)) throw notImplemented(`IntegrationSubtype ${subtype}`);
  const shape = own(shapes, subtype);
  if (!shape)
    throw badRequest(
      `Invalid integrationSubtype specified: ${subtype}. Must be one of [${Object.keys(shapes).join(', ')}]`,
    );
  if (CredentialsArn === undefined)
    throw badRequest('CredentialsArn is a required parameter for integrations with AWS services.');
  const missing = shape.required.filter((name) => own(parameters, name) === undefined);
  if (missing.length > 0)
    throw badRequest(`Missing required request parameters for ${subtype}: [${missing.join(', ')}]`);
  for (const [name, value] of Object.entries(parameters)) {
    if (!shape.required.includes(name) && !shape.optional.includes(name))
      throw badRequest(`Parameter: ${name} does not fit schema for Operation: ${subtype}.`);
    assertSource(value);
  }
}
