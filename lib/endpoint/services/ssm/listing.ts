import type { SsmParts } from './parts.ts';
import type { ParameterPlace, ParameterRecord } from './records.ts';
import type { ParameterCheck } from './rules/filters.ts';
import { readToken, tokenAfter } from './rules/page.ts';

/** Rows looked at for one answer; a page with few matches says where to go on. */
const rowsMax = 1000;

/** Behind every name: names hold ASCII alone. */
const end = '\u{10FFFF}';

interface Listing {
  readonly prefix: string;
  readonly flatAfter: number;
  readonly matches: ParameterCheck;
  readonly size: number;
  readonly token: string | undefined;
}

/** Parameters by name, of one prefix. */
export function listParameters({ repository }: SsmParts, place: ParameterPlace, listing: Listing) {
  const { prefix, flatAfter, matches, size, token } = listing;
  const rows = repository.pageOfParameters(place, {
    after: readToken(token) ?? prefix,
    before: prefix + end,
    flatAfter,
    countMax: rowsMax,
  });
  const parameters: ParameterRecord[] = [];
  let seen = 0;
  for (const parameter of rows) {
    if (parameters.length === size) break;
    seen += 1;
    if (matches(parameter)) parameters.push(parameter);
  }
  const last = rows[seen - 1];
  const hasMore = last !== undefined && (seen < rows.length || rows.length === rowsMax);
  return { parameters, next: hasMore ? tokenAfter(last.name) : undefined };
}
