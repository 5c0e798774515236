import type { Tag, TagSpecification } from '@aws-sdk/client-ec2';
import { invalidValue, limitExceeded } from '../errors.ts';

const tagsMax = 50;

/** Tags after these were added; an empty value stands for none. */
export function mergeTags(
  before: Readonly<Record<string, string>>,
  tags: readonly Tag[],
): Readonly<Record<string, string>> {
  const merged = new Map(Object.entries(before));
  for (const { Key = '', Value = '' } of tags) {
    if (Key === '' || Key.length > 127)
      throw invalidValue(`Tag key '${Key}' is invalid: it has 1 to 127 characters.`);
    if (/^aws:/i.test(Key)) throw invalidValue(`Tag keys starting with 'aws:' are reserved for internal use`);
    if (Value.length > 255)
      throw invalidValue(`The value of tag '${Key}' is invalid: it has up to 255 characters.`);
    merged.set(Key, Value);
  }
  if (merged.size > tagsMax)
    throw limitExceeded('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.');
  return Object.fromEntries(merged);
}

/** Those that a creation gives to a resource of this type; ones for another type are a mistake. */
export function tagsFor(
  resourceType: string,
  specifications: readonly TagSpecification[] = [],
): Readonly<Record<string, string>> {
  let tags: Readonly<Record<string, string>> = {};
  for (const specification of specifications) {
    if (specification.ResourceType !== resourceType)
      throw invalidValue(
        `'${specification.ResourceType ?? ''}' is not a valid taggable resource type for this operation.`,
      );
    tags = mergeTags(tags, specification.Tags ?? []);
  }
  return tags;
}

export function toTags(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
