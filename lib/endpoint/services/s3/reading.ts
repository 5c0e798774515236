import { invalidArgument, invalidRequest, refused } from './errors.ts';
import { readRange, type Stretch } from './ranges.ts';
import type { ObjectRecord, Piece } from './records.ts';

export interface Extent extends Stretch {
  /** Undefined for the whole object. */
  readonly contentRange: string | undefined;
  readonly partsCount: number | undefined;
}

/** Which bytes of an object a request asks for: all, a range, or those of one part of a multipart upload. */
export function extentOf(
  object: ObjectRecord,
  pieces: readonly Piece[],
  input: { readonly Range?: string | undefined; readonly PartNumber?: number | undefined },
): Extent {
  const { size } = object;
  const isMultipart = object.etag.includes('-');
  if (input.PartNumber !== undefined) {
    if (input.Range !== undefined)
      throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
    return partExtent(
      size,
      isMultipart ? pieces : [{ blob: '', bytes: size }],
      input.PartNumber,
      isMultipart,
    );
  }
  const range = readRange(input.Range, size);
  if (!range) return { first: 0, last: size - 1, contentRange: undefined, partsCount: undefined };
  return { ...range, contentRange: `bytes ${range.first}-${range.last}/${size}`, partsCount: undefined };
}

function partExtent(size: number, pieces: readonly Piece[], number: number, isMultipart: boolean): Extent {
  if (number < 1 || number > 10_000) {
    throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive', {
      ArgumentName: 'partNumber',
      ArgumentValue: String(number),
    });
  }
  const piece = pieces[number - 1];
  if (!piece) {
    throw refused('InvalidRange', {
      RangeRequested: `part ${number}`,
      ActualObjectSize: String(size),
    });
  }
  const first = pieces.slice(0, number - 1).reduce((sum, { bytes }) => sum + bytes, 0);
  const last = first + piece.bytes - 1;
  return {
    first,
    last,
    contentRange: size === 0 ? undefined : `bytes ${first}-${last}/${size}`,
    partsCount: isMultipart ? pieces.length : undefined,
  };
}
