import * as z from 'zod';
import { placeSchema } from './place';

export type Tags = Readonly<Record<string, string>>;

export const tagsSchema = z.object({
  place: placeSchema,
  functionArn: z.string().regex(/^arn:[^\s]{1,400}$/),
  /** What the form was filled from: a tag that someone else added meanwhile is not removed. */
  before: z.record(z.string().max(512), z.string().max(1024)),
  after: z.record(z.string().max(512), z.string().max(1024)),
});

export const tagMemberFields: Readonly<Record<string, string>> = { tags: 'tags', tagKeys: 'tags' };

/** Tags are changed by difference: what to set and which keys to take away. */
export function tagDifference(before: Tags, after: Tags): { set: Record<string, string>; remove: string[] } {
  return {
    set: Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value)),
    remove: Object.keys(before).filter((key) => !(key in after)),
  };
}
