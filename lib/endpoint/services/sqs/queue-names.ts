import { parseArn, partitionOf } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { invalidParameterValue, queueDoesNotExist } from './errors.ts';
import type { QueueRecord } from './records.ts';
import type { SqsRepository } from './repository.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

export function queueArn(queue: Pick<QueueRecord, 'accountId' | 'region' | 'name'>): string {
  return `arn:${partitionOf(queue.region)}:sqs:${queue.region}:${queue.accountId}:${queue.name}`;
}

export function queueUrl(baseUrl: string, queue: Pick<QueueRecord, 'accountId' | 'name'>): string {
  return `${baseUrl}/${queue.accountId}/${queue.name}`;
}

export function assertQueueName(name: string): void {
  if (/^[\w-]{1,80}$/.test(name) || (name.length <= 80 && /^[\w-]+\.fifo$/.test(name))) return;
  throw invalidParameterValue(
    'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
  );
}

/**
 * The queue of a URL. Host and Region in it do not count: queues are looked for in the Region the caller signed for.
 * A plain name is taken as well, as AWS does.
 */
export function findQueueByUrl(
  repository: SqsRepository,
  url: string,
  { accountId, region }: Place,
): QueueRecord {
  const parts = url
    .replace(/^https?:\/\/[^/]*/, '')
    .split('/')
    .filter((part) => part !== '');
  const name = parts.at(-1) ?? '';
  const owner = parts.length > 1 ? parts.at(-2) : accountId;
  const queue = owner === accountId ? repository.findQueue(accountId, region, name) : undefined;
  if (!queue) throw queueDoesNotExist();
  return queue;
}

export function findQueueByArn(repository: SqsRepository, arn: string): QueueRecord | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'sqs') return undefined;
  return repository.findQueue(parsed.account, parsed.region, parsed.resource);
}
