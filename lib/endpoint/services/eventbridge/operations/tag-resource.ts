import type { TagResourceRequest } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../names.ts';
import { assertTags, readTags } from '../rules/constraints.ts';
import type { EventsParts } from '../parts.ts';

export function tagResource({
  repository,
  commits,
}: EventsParts): Operation<Given<TagResourceRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const { tags, write } = findTagged(repository, input.ResourceARN, context);
      const next = { ...tags, ...readTags(input.Tags) };
      assertTags(next);
      write(next);
    });
    return {};
  };
}
