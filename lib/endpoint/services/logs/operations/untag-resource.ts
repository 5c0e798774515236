import type { UntagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';

export function untagResource({
  repository,
  writer,
}: LogsParts): Operation<Given<UntagResourceRequest>, object> {
  return (input, context) => {
    writer.flush();
    repository.transaction(() => {
      const group = findGroupOrThrow(repository, context, { logGroupIdentifier: input.resourceArn });
      const kept = Object.entries(group.tags).filter(([key]) => !input.tagKeys.includes(key));
      repository.setTags(group.id, Object.fromEntries(kept));
    });
    return {};
  };
}
