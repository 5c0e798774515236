import type { Answer } from '../shared/answer.ts';
import { readHead } from './response.ts';

/** The content type by which a runtime says that a stream begins with a prelude. */
export const preludeContentType = 'application/vnd.awslambda.http-integration-response';

const separator = Buffer.alloc(8);
/** Headers of a response are no more than this on any server. */
const preludeBytesMax = 256 * 1024;

export type PreludeReading =
  | { readonly kind: 'more' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'read'; readonly head: Omit<Answer, 'body'>; readonly rest: Uint8Array };

/** Collects the beginning of a stream: JSON with status, headers and cookies, eight zero bytes, then the body. */
export function createPreludeReader(): (chunk: Uint8Array) => PreludeReading {
  let seen = Buffer.alloc(0);
  return (chunk) => {
    seen = Buffer.concat([seen, chunk]);
    const at = seen.indexOf(separator);
    if (at === -1) return seen.length > preludeBytesMax ? { kind: 'broken' } : { kind: 'more' };
    try {
      const head = readHead(JSON.parse(seen.subarray(0, at).toString()));
      if (!head) return { kind: 'broken' };
      return { kind: 'read', head, rest: seen.subarray(at + separator.length) };
    } catch {
      return { kind: 'broken' };
    }
  };
}
