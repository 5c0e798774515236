import { badRequest } from './errors.ts';

interface PageInput {
  readonly limit?: number | undefined;
  readonly position?: string | undefined;
}

const limitDefault = 25;
const limitMax = 500;

/** One page of a list that is ordered by id. A position names the last item given, so it survives changes. */
export function pageOf<Item, Shown>(
  items: readonly Item[],
  { limit, position }: PageInput,
  idOf: (item: Item) => string,
  show: (item: Item) => Shown,
): { items: Shown[]; position?: string } {
  // A negative limit is none [rec].
  const size = limit !== undefined && limit > 0 ? limit : limitDefault;
  if (!Number.isInteger(size) || size > limitMax)
    throw badRequest(`Invalid limit: must be between 1 and ${limitMax}`);
  const after = position === undefined ? '' : readPosition(position);
  const rest = items.filter((item) => idOf(item) > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.map(show),
    ...(rest.length > size &&
      last !== undefined && { position: Buffer.from(idOf(last)).toString('base64url') }),
  };
}

function readPosition(position: string): string {
  const text = Buffer.from(position, 'base64url').toString();
  if (text === '' || Buffer.from(text).toString('base64url') !== position)
    throw badRequest('Invalid position specified');
  return text;
}
