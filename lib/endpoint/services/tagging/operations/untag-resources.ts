import type { UntagResourcesInput, UntagResourcesOutput } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Given, Operation } from '../../service.ts';
import { changeEach } from '../changing.ts';
import { invalidParameter } from '../errors.ts';
import { assertArns } from '../finding.ts';
import type { TaggingParts } from '../parts.ts';
import { changedMax } from './tag-resources.ts';

const keysMax = 50;

export function untagResources(
  parts: TaggingParts,
): Operation<Given<UntagResourcesInput>, UntagResourcesOutput> {
  return ({ ResourceARNList, TagKeys }, context) => {
    const arns = assertArns(ResourceARNList, changedMax);
    if (TagKeys.length < 1 || TagKeys.length > keysMax)
      throw invalidParameter(`TagKeys must have 1 to ${keysMax} items.`);
    return changeEach(parts, context, arns, (source, call, arn) => source.remove(call, arn, TagKeys));
  };
}
