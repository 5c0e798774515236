import type { TagResourcesInput, TagResourcesOutput } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Given, Operation } from '../../service.ts';
import { changeEach } from '../changing.ts';
import { invalidParameter } from '../errors.ts';
import { assertArns } from '../finding.ts';
import type { TaggingParts } from '../parts.ts';

/** Quotas of the API reference, for both of the operations that change tags. */
export const changedMax = 20;
const tagsMax = 50;

export function tagResources(parts: TaggingParts): Operation<Given<TagResourcesInput>, TagResourcesOutput> {
  return ({ ResourceARNList, Tags }, context) => {
    const arns = assertArns(ResourceARNList, changedMax);
    const count = Object.keys(Tags).length;
    if (count < 1 || count > tagsMax) throw invalidParameter(`Tags must have 1 to ${tagsMax} items.`);
    return changeEach(parts, context, arns, (source, call, arn) => source.add(call, arn, Tags));
  };
}
