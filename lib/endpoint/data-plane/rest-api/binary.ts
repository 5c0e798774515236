import { isUtf8 } from 'node:buffer';
import { mediaTypeOf } from './rest-call.ts';

/** Whether a media type is one of an API's binary ones; a lone star stands for all, `image/*` for all images. */
export function isBinaryType(types: readonly string[] | undefined, value: string | undefined): boolean {
  const type = mediaTypeOf(value);
  return (types ?? []).some((one) => {
    const wanted = one.toLowerCase();
    if (wanted === '*/*') return true;
    if (wanted.endsWith('/*')) return type.startsWith(wanted.slice(0, -1));
    return wanted === type;
  });
}

/** Bytes of a base64 text; undefined when it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const trimmed = text.replaceAll(/\s+/g, '');
  return /^[A-Za-z0-9+/]*={0,2}$/.test(trimmed) && trimmed.length % 4 !== 1
    ? Buffer.from(trimmed, 'base64')
    : undefined;
}

/** The same for a body that is converted: AWS takes no white space in it [rec]. */
function decodeBody(body: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(body).toString();
  return /\s/.test(text) ? undefined : decodeBase64(text);
}

/** What is not binary is text: bytes that are none become U+FFFD [rec]. */
function asText(body: Uint8Array): Uint8Array {
  return isUtf8(body) ? body : Buffer.from(Buffer.from(body).toString());
}

type Handling = 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | undefined;

/** A body on its way to the back end; undefined when it cannot be decoded. */
export function convertRequest(
  body: Uint8Array,
  { isBinary, handling }: { readonly isBinary: boolean; readonly handling: Handling },
): Uint8Array | undefined {
  if (isBinary)
    return handling === 'CONVERT_TO_TEXT' ? Buffer.from(Buffer.from(body).toString('base64')) : body;
  return handling === 'CONVERT_TO_BINARY' ? decodeBody(body) : asText(body);
}

/** A body on its way to the caller. */
export function convertResponse(
  body: Uint8Array,
  facts: {
    readonly isBinary: boolean;
    readonly acceptsBinary: boolean;
    readonly isListEmpty: boolean;
    readonly handling: Handling;
  },
): Uint8Array | undefined {
  const { isBinary, acceptsBinary, isListEmpty, handling } = facts;
  if (!isListEmpty && isBinary) {
    if (handling === 'CONVERT_TO_BINARY' || (handling === undefined && acceptsBinary)) return body;
    return Buffer.from(Buffer.from(body).toString('base64'));
  }
  const isDecoded = handling === 'CONVERT_TO_BINARY' || (handling === undefined && acceptsBinary);
  return isDecoded ? decodeBody(body) : asText(body);
}
