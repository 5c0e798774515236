import type { UntagResourceRequest } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../names.ts';
import type { EventsParts } from '../parts.ts';

export function untagResource({
  repository,
  commits,
}: EventsParts): Operation<Given<UntagResourceRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const { tags, write } = findTagged(repository, input.ResourceARN, context);
      write(Object.fromEntries(Object.entries(tags).filter(([key]) => !input.TagKeys.includes(key))));
    });
    return {};
  };
}
