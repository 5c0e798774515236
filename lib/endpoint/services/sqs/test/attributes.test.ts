import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { sendRaw } from '../../../http/test/raw-request.ts';
import { refusal } from '../../deliveries/test/harness.ts';
import { openSqs } from './harness.ts';

async function create(client: SQSClient, QueueName: string, Attributes: Record<string, string> = {}) {
  const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
  return QueueUrl;
}

test('refusals without a model have one name in JSON and another in the header of the query codes', async () => {
  await using sqs = await openSqs();
  const QueueUrl = await create(sqs.client, 'q');
  const send = async (target: string, input: object) => {
    const reply = await sendRaw(Number(new URL(sqs.url).port), {
      body: JSON.stringify(input),
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${target}` },
      service: 'sqs',
    });
    const { __type } = JSON.parse(reply.text) as { __type: string };
    return `${reply.status} ${__type} ${String(reply.headers['x-amzn-query-error'])}`;
  };
  expect(await send('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 11 })).toBe(
    '400 InvalidParameterValueException InvalidParameterValue;Sender',
  );
  expect(await send('SendMessage', { QueueUrl })).toBe(
    '400 MissingRequiredParameterException MissingParameter;Sender',
  );
});

test('attributes a queue cannot have are refused with the reason', async () => {
  await using sqs = await openSqs();
  const { client } = sqs;
  const standard = await create(client, 'q');
  const fifo = await create(client, 'q.fifo', { FifoQueue: 'True', ContentBasedDeduplication: 'True' });
  const set = (QueueUrl: string, Attributes: Record<string, string>) =>
    client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  const policy = JSON.stringify({ deadLetterTargetArn: 'dummy', maxReceiveCount: 42 });
  const cases: [work: () => Promise<unknown>, expected: string][] = [
    [
      () => create(client, 'n', { FifoQueue: 'false' }),
      'InvalidAttributeName 400: Unknown Attribute FifoQueue.',
    ],
    [
      () => create(client, 'n', { DeduplicationScope: 'queue' }),
      'InvalidAttributeName 400: You can specify the DeduplicationScope only when FifoQueue is set to true.',
    ],
    [() => set(standard, { FifoQueue: 'true' }), 'InvalidAttributeName 400: Unknown Attribute FifoQueue.'],
    [
      () => set(fifo, { FifoQueue: 'false' }),
      'InvalidAttributeValue 400: Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.',
    ],
    [
      () => set(standard, { RedrivePolicy: policy }),
      `InvalidParameterValue 400: Value ${policy} for parameter RedrivePolicy is invalid. Reason: Invalid value for deadLetterTargetArn.`,
    ],
    [
      () => set(standard, { KmsMasterKeyId: 'key', SqsManagedSseEnabled: 'true' }),
      'InvalidAttributeName 400: You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.',
    ],
  ];
  for (const [work, expected] of cases) expect(await refusal(work())).toBe(expected);
  await set(fifo, { FifoQueue: 'true' });
});

test('a key of KMS switches the own encryption off, and stays off without it', async () => {
  await using sqs = await openSqs();
  const { client } = sqs;
  const QueueUrl = await create(client, 'q');
  const set = async (Attributes: Record<string, string>) => {
    await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    const names = ['KmsMasterKeyId', 'KmsDataKeyReusePeriodSeconds', 'SqsManagedSseEnabled'] as const;
    const found = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }));
    return found.Attributes;
  };
  expect(await set({ KmsMasterKeyId: 'key', KmsDataKeyReusePeriodSeconds: '6000' })).toEqual({
    KmsMasterKeyId: 'key',
    KmsDataKeyReusePeriodSeconds: '6000',
    SqsManagedSseEnabled: 'false',
  });
  expect(await set({ KmsMasterKeyId: '', KmsDataKeyReusePeriodSeconds: '300' })).toEqual({
    SqsManagedSseEnabled: 'false',
  });
  expect(await set({ SqsManagedSseEnabled: 'true' })).toEqual({ SqsManagedSseEnabled: 'true' });
});
