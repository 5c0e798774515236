// Written by lib/tools/generate-operations.ts; do not edit.
import { getResources } from '../operations/get-resources.ts';
import { getTagKeys } from '../operations/get-tag-keys.ts';
import { getTagValues } from '../operations/get-tag-values.ts';
import { tagResources } from '../operations/tag-resources.ts';
import { untagResources } from '../operations/untag-resources.ts';

export const operations = {
  GetResources: getResources,
  GetTagKeys: getTagKeys,
  GetTagValues: getTagValues,
  TagResources: tagResources,
  UntagResources: untagResources,
};
