import type {
  GetResourcesInput,
  GetResourcesOutput,
  ResourceTagMapping,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { notImplemented } from '../../../errors.ts';
import type { Operation, RequestContext } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { assertArns, sourceOf } from '../finding.ts';
import type { TaggingParts } from '../parts.ts';
import { tagMatcher, wantedSources } from '../rules/filters.ts';
import { toPairs, type Tags } from '../sources/source.ts';
import { walkTagged } from '../walk.ts';

const arnsMax = 100;
const pageMax = 100;
/** AWS's default is unconfirmed; so many were seen in its answers. */
const pageDefault = 50;
/** How many resources one request looks at. What matches may be few: the page is then short and a token goes on. */
const lookedAtMax = 5_000;

/** Resources that have tags. What once had tags and has none now is not listed: nobody remembers it. */
export function getResources(parts: TaggingParts): Operation<GetResourcesInput, GetResourcesOutput> {
  return async (input, context) => {
    if (input.IncludeComplianceDetails === true || input.ExcludeCompliantResources === true)
      throw notImplemented('Compliance with tag policies');
    if (input.ResourceARNList !== undefined) return byArn(parts, input, context);
    const { resources, tags } = readSize(input);
    const matches = tagMatcher(input.TagFilters);
    const wanted = wantedSources(parts.sources, input.ResourceTypeFilters);
    const found: ResourceTagMapping[] = [];
    let tagsLeft = tags;
    let looked = 0;
    let before = input.PaginationToken || undefined;
    for await (const each of walkTagged(parts, context, wanted, before)) {
      looked += 1;
      const count = Object.keys(each.tags).length;
      if (count > 0 && matches(each.tags)) {
        if (count > tagsLeft) break;
        tagsLeft -= count;
        found.push(toMapping(each.arn, each.tags));
      }
      before = each.next;
      if (found.length === resources || looked === lookedAtMax || before === undefined) break;
      if (tagsLeft === 0) break;
    }
    return { PaginationToken: looked === 0 ? '' : (before ?? ''), ResourceTagMappingList: found };
  };
}

function toMapping(ResourceARN: string, tags: Tags): ResourceTagMapping {
  return { ResourceARN, Tags: toPairs(tags) };
}

function readSize({ ResourcesPerPage: resources, TagsPerPage: tags }: GetResourcesInput) {
  if (resources !== undefined && (resources < 1 || resources > pageMax))
    throw invalidParameter(`ResourcesPerPage must be between 1 and ${pageMax}.`);
  if (tags !== undefined && (tags < 100 || tags > 500))
    throw invalidParameter('TagsPerPage must be between 100 and 500.');
  return { resources: resources ?? pageDefault, tags: tags ?? Infinity };
}

async function byArn(
  parts: TaggingParts,
  input: GetResourcesInput,
  context: RequestContext,
): Promise<GetResourcesOutput> {
  const others = [
    input.TagFilters,
    input.ResourceTypeFilters,
    input.ResourcesPerPage,
    input.TagsPerPage,
    input.PaginationToken,
  ];
  if (others.some((other) => other !== undefined))
    throw invalidParameter('ResourceARNList cannot be used together with filters or paging.');
  const found: ResourceTagMapping[] = [];
  for (const arn of assertArns(input.ResourceARNList, arnsMax)) {
    const source = sourceOf(parts, arn, context);
    if (!source) continue;
    // One that is not there is left out, as one without tags is.
    const tags = await source.read(parts.callOf(source, context), arn).catch(() => ({}));
    if (Object.keys(tags).length > 0) found.push(toMapping(arn, tags));
  }
  return { PaginationToken: '', ResourceTagMappingList: found };
}
