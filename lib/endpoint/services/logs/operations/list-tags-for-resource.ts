import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';

export function listTagsForResource({
  repository,
  writer,
}: LogsParts): Operation<Given<ListTagsForResourceRequest>, ListTagsForResourceResponse> {
  return (input, context) => {
    writer.flush();
    return { tags: findGroupOrThrow(repository, context, { logGroupIdentifier: input.resourceArn }).tags };
  };
}
