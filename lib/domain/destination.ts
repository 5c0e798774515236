import { serviceOfArn } from './connected-service.ts';

/** Where results of a function may go: each slot holds one destination. `mapping:…` is a stream's mapping. */
export type DestinationSlot = 'async-success' | 'async-failure' | 'dead-letter-queue' | `mapping:${string}`;

export function parseDestinationSlot(text: string | undefined): DestinationSlot | undefined {
  if (text === 'async-success' || text === 'async-failure' || text === 'dead-letter-queue') return text;
  return text && /^mapping:[\w-]{1,64}$/.test(text) ? (text as DestinationSlot) : undefined;
}

/** Kinds of destinations, as the form lists them. */
export const destinationTypes = ['sqs', 'sns', 'lambda', 'events', 's3'] as const;
export type DestinationType = (typeof destinationTypes)[number];

/** What a slot takes. Source: AWS's table of destinations by kind of invocation. */
export function typesOfSlot(slot: DestinationSlot): readonly DestinationType[] {
  if (slot === 'async-success') return ['sqs', 'sns', 'lambda', 'events'];
  if (slot === 'async-failure') return destinationTypes;
  if (slot === 'dead-letter-queue') return ['sqs', 'sns'];
  return ['sqs', 'sns', 's3'];
}

/** What the execution role must be allowed to do for it. */
export const destinationActions: Readonly<Record<DestinationType, string>> = {
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
  lambda: 'lambda:InvokeFunction',
  events: 'events:PutEvents',
  s3: 's3:PutObject, s3:ListBucket',
};

export function typeOfDestination(arn: string): DestinationType {
  const service = serviceOfArn(arn).service;
  const byService: Readonly<Record<string, DestinationType>> = {
    SQS: 'sqs',
    SNS: 'sns',
    Lambda: 'lambda',
    EventBridge: 'events',
    S3: 's3',
  };
  return byService[service] ?? 'sqs';
}
