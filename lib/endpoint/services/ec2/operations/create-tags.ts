import type { CreateTagsRequest } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import type { Ec2Parts } from '../parts.ts';
import { mergeTags } from '../rules/tags.ts';
import { retag } from '../tagged.ts';

export function createTags(parts: Ec2Parts): Operation<Given<CreateTagsRequest>, undefined> {
  return (input, context) => {
    for (const id of new Set(input.Resources))
      retag(parts, context, id, (before) => mergeTags(before, input.Tags));
    return undefined;
  };
}
