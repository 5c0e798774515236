import { badRequest } from './errors.ts';

interface PageInput {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}

/** AWS's default is unconfirmed; a list of an API's parts fits into one page of this size. */
const sizeDefault = 300;
const sizeMax = 500;

/** One page of a list that is ordered by id. A token names the last item given, so it survives changes. */
export function pageOf<Item, Shown>(
  items: readonly Item[],
  { MaxResults, NextToken }: PageInput,
  idOf: (item: Item) => string,
  show: (item: Item) => Shown,
): { Items: Shown[]; NextToken?: string } {
  const size = MaxResults === undefined ? sizeDefault : Number(MaxResults);
  if (!Number.isInteger(size) || size < 1 || size > sizeMax) throw badRequest('Invalid maxResults specified');
  const after = NextToken === undefined ? '' : readToken(NextToken);
  const rest = items.filter((item) => idOf(item) > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    Items: page.map(show),
    ...(rest.length > size &&
      last !== undefined && { NextToken: Buffer.from(idOf(last)).toString('base64url') }),
  };
}

function readToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (text === '' || Buffer.from(text).toString('base64url') !== token)
    throw badRequest('Invalid nextToken specified');
  return text;
}
