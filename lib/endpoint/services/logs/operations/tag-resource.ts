import type { TagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';
import { mergeTags } from '../rules/tags.ts';

export function tagResource({ repository, writer }: LogsParts): Operation<Given<TagResourceRequest>, object> {
  return (input, context) => {
    writer.flush();
    repository.transaction(() => {
      const group = findGroupOrThrow(repository, context, { logGroupIdentifier: input.resourceArn });
      repository.setTags(group.id, mergeTags(group.tags, input.tags));
    });
    return {};
  };
}
