import type { ListQueueTagsRequest, ListQueueTagsResult } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';

export function listQueueTags({
  repository,
}: SqsParts): Operation<Given<ListQueueTagsRequest>, ListQueueTagsResult> {
  return (input, context) => {
    const { tags } = findQueueByUrl(repository, input.QueueUrl, context);
    return Object.keys(tags).length === 0 ? {} : { Tags: { ...tags } };
  };
}
