import type { ListQueuesRequest, ListQueuesResult } from '@aws-sdk/client-sqs';
import type { Operation } from '../../service.ts';
import { invalidParameterValue } from '../errors.ts';
import type { SqsParts } from '../parts.ts';
import { queueUrl } from '../queue-names.ts';
import { readPageToken, writePageToken } from '../rules/page-token.ts';

const pageMax = 1000;

export function listQueues({ repository }: SqsParts): Operation<ListQueuesRequest, ListQueuesResult> {
  return (input, context) => {
    const size = input.MaxResults ?? pageMax;
    if (size < 1 || size > pageMax) {
      throw invalidParameterValue(
        `Value ${size} for parameter MaxResults is invalid. Reason: MaxResults must be an integer between 1 and ${pageMax}.`,
      );
    }
    const after = readPageToken(input.NextToken);
    const found = repository.pageOfQueues(context, input.QueueNamePrefix ?? '', after, size + 1);
    const page = found.slice(0, size);
    const last = page.at(-1);
    // Only who asks for pages gets a token.
    const hasMore = input.MaxResults !== undefined && found.length > size && last !== undefined;
    return {
      ...(page.length > 0 && { QueueUrls: page.map((queue) => queueUrl(context.baseUrl, queue)) }),
      ...(hasMore && { NextToken: writePageToken(last.name) }),
    };
  };
}
