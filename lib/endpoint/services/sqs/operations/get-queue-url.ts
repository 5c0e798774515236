import type { GetQueueUrlRequest, GetQueueUrlResult } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { queueDoesNotExist } from '../errors.ts';
import type { SqsParts } from '../parts.ts';
import { queueUrl } from '../queue-names.ts';

export function getQueueUrl({
  repository,
}: SqsParts): Operation<Given<GetQueueUrlRequest>, GetQueueUrlResult> {
  return (input, { accountId, region, baseUrl }) => {
    const owner = input.QueueOwnerAWSAccountId ?? accountId;
    const queue = owner === accountId ? repository.findQueue(accountId, region, input.QueueName) : undefined;
    if (!queue) throw queueDoesNotExist();
    return { QueueUrl: queueUrl(baseUrl, queue) };
  };
}
