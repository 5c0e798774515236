import { validationException } from '../errors.ts';
import { assertRange } from './constraints.ts';

const pageMax = 100;

interface PageInput {
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** How many to read and after which name; one more than the page shows whether there is a next. */
export function readPaging({ Limit, NextToken }: PageInput): { after: string; size: number } {
  assertRange(Limit, 'limit', 1, pageMax);
  const size = Limit ?? pageMax;
  if (NextToken === undefined) return { after: '', size };
  const parsed = /^after (.+)$/.exec(Buffer.from(NextToken, 'base64url').toString());
  if (parsed?.[1] === undefined) throw validationException('Parameter NextToken is not valid.');
  return { after: parsed[1], size };
}

export function toPage<T>(
  found: readonly T[],
  size: number,
  nameOf: (record: T) => string,
): { page: readonly T[]; NextToken?: string } {
  const page = found.slice(0, size);
  const last = page.at(-1);
  if (found.length <= size || last === undefined) return { page };
  return { page, NextToken: Buffer.from(`after ${nameOf(last)}`).toString('base64url') };
}
