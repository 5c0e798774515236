import { validationError } from '../errors.ts';

/** One page of a sorted list; the marker is the key of the last item shown before. */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  input: { Marker?: string | undefined; MaxItems?: number | undefined },
): { page: Item[]; IsTruncated: boolean; Marker?: string } {
  const size = input.MaxItems ?? 100;
  if (!Number.isInteger(size) || size < 1 || size > 1000) {
    throw validationError(
      `1 validation error detected: Value '${size}' at 'maxItems' failed to satisfy constraint: ` +
        `Member must have value ${size < 1 ? 'greater than or equal to 1' : 'less than or equal to 1000'}`,
    );
  }
  const after = input.Marker === undefined ? undefined : readMarker(input.Marker);
  const rest = after === undefined ? items : items.filter((item) => keyOf(item) > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  if (rest.length <= size || last === undefined) return { page, IsTruncated: false };
  return { page, IsTruncated: true, Marker: Buffer.from(keyOf(last)).toString('base64url') };
}

function readMarker(marker: string): string {
  if (!/^[\w-]+$/.test(marker)) throw validationError('Invalid Marker.');
  return Buffer.from(marker, 'base64url').toString();
}
