import type { Filter } from '@aws-sdk/client-ec2';
import { invalidFilter, invalidValue } from './errors.ts';

/** What a filter's name looks at; a record passes when one of its values matches one of the filter's. */
export type Facets<R> = Readonly<Record<string, (record: R) => readonly (string | undefined)[]>>;

interface Tagged {
  readonly tags: Readonly<Record<string, string>>;
}

/** Records that pass all filters. `*` and `?` stand for any text and any character, as in EC2. */
export function filtered<R extends Tagged>(
  records: readonly R[],
  filters: readonly Filter[] | undefined,
  facets: Facets<R>,
): readonly R[] {
  let rest = records;
  for (const { Name = '', Values = [] } of filters ?? []) {
    const facet = Object.hasOwn(facets, Name) ? facets[Name] : tagFacet(Name);
    if (!facet) throw invalidFilter(Name);
    rest = rest.filter((record) =>
      facet(record).some((value) => value !== undefined && Values.some((wanted) => matches(wanted, value))),
    );
  }
  return rest;
}

function tagFacet(name: string): ((record: Tagged) => readonly (string | undefined)[]) | undefined {
  if (name === 'tag-key') return ({ tags }) => Object.keys(tags);
  if (name === 'tag-value') return ({ tags }) => Object.values(tags);
  if (!name.startsWith('tag:')) return undefined;
  const key = name.slice('tag:'.length);
  return ({ tags }) => (Object.hasOwn(tags, key) ? [tags[key]] : []);
}

/** Without regular expressions, whose time some patterns would blow up. */
function matches(pattern: string, text: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    const sign = pattern[inPattern];
    if (sign === '*') {
      star = inPattern;
      starAt = at;
      inPattern += 1;
    } else if (sign !== undefined && (sign === '?' || sign === text[at])) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      starAt += 1;
      at = starAt;
      inPattern = star + 1;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern += 1;
  return inPattern === pattern.length;
}

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

const pageSizeMin = 5;
const pageSizeMax = 1000;

/** One page of a list that is ordered by id; the token says after which id the next begins. */
export function pageOf<R extends { readonly id: string }>(
  records: readonly R[],
  input: PageInput,
): { page: readonly R[]; NextToken?: string } {
  const size = input.MaxResults ?? pageSizeMax;
  if (size < pageSizeMin || size > pageSizeMax)
    throw invalidValue(
      `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value ${
        size < pageSizeMin ? `greater than ${pageSizeMin}` : `less than ${pageSizeMax}`
      }.`,
    );
  const after = readToken(input.NextToken);
  const rest = records.filter(({ id }) => id > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  if (rest.length <= size || !last) return { page };
  return { page, NextToken: Buffer.from(`after:${last.id}`).toString('base64url') };
}

function readToken(token: string | undefined): string {
  if (!token) return '';
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith('after:')) throw invalidValue('Invalid value for NextToken');
  return text.slice('after:'.length);
}
