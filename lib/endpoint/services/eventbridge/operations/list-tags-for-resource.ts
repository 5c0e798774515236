import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findTagged } from '../names.ts';
import { printTags } from '../rules/constraints.ts';
import type { EventsParts } from '../parts.ts';

export function listTagsForResource({
  repository,
}: EventsParts): Operation<Given<ListTagsForResourceRequest>, ListTagsForResourceResponse> {
  return (input, context) => {
    return { Tags: printTags(findTagged(repository, input.ResourceARN, context).tags) };
  };
}
