import type { RequestContext } from '../service.ts';
import { tokenExpired } from './errors.ts';
import type { TaggingParts } from './parts.ts';
import type { Tags } from './sources/source.ts';
import { walkTagged } from './walk.ts';

const pageSize = 500;

/**
 * One page of what tags have, in order, each once. It looks at every resource of the Region: keys are asked for by people
 * who choose a filter, not by programs, and a list with gaps or doubles would be of no use to them.
 */
export async function pageOfNames(
  parts: TaggingParts,
  context: RequestContext,
  token: string | undefined,
  namesOf: (tags: Tags) => readonly string[],
): Promise<{ names: string[]; next: string }> {
  const after = token ? readToken(token) : '';
  const names = new Set<string>();
  for await (const { tags } of walkTagged(parts, context, parts.sources, undefined))
    for (const name of namesOf(tags)) if (!token || name > after) names.add(name);
  const sorted = [...names].sort();
  const page = sorted.slice(0, pageSize);
  const last = page.at(-1);
  const hasMore = sorted.length > page.length && last !== undefined;
  return { names: page, next: hasMore ? Buffer.from(last).toString('base64url') : '' };
}

function readToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (Buffer.from(text).toString('base64url') !== token) throw tokenExpired();
  return text;
}
