import type {
  ListDeadLetterSourceQueuesRequest,
  ListDeadLetterSourceQueuesResult,
} from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl, queueArn, queueUrl } from '../queue-names.ts';
import { redriveOf } from '../rules/queue-attributes.ts';
import { readPageToken, writePageToken } from '../rules/page-token.ts';

const pageMax = 1000;

export function listDeadLetterSourceQueues({
  repository,
}: SqsParts): Operation<Given<ListDeadLetterSourceQueuesRequest>, ListDeadLetterSourceQueuesResult> {
  return (input, context) => {
    const arn = queueArn(findQueueByUrl(repository, input.QueueUrl, context));
    const size = Math.min(Math.max(input.MaxResults ?? pageMax, 1), pageMax);
    const after = readPageToken(input.NextToken);
    const sources = repository
      .allQueues()
      .filter((queue) => queue.accountId === context.accountId && queue.region === context.region)
      .filter((queue) => redriveOf(queue)?.deadLetterTargetArn === arn)
      .filter((queue) => queue.name > after)
      .sort((left, right) => (left.name < right.name ? -1 : 1));
    const page = sources.slice(0, size);
    const last = page.at(-1);
    return {
      queueUrls: page.map((queue) => queueUrl(context.baseUrl, queue)),
      ...(sources.length > size && last && { NextToken: writePageToken(last.name) }),
    };
  };
}
