import type { Answer } from '../shared/answer.ts';
import type { SentHeader } from './rest-call.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Headers of a caller that go no further. */
const dropped = set(
  'connection content-length content-md5 expect max-forwards proxy-authenticate server te transfer-encoding trailer upgrade www-authenticate via host content-encoding',
);

/** What no mapping may write. */
export const unmappable = set('content-length transfer-encoding x-amzn-trace-id x-amzn-apigateway-api-id');

/** Headers of a back end that its caller sees as `x-amzn-remapped-…`. */
const remapped = set('connection content-length date server');
const droppedOnTheWayBack = set('transfer-encoding content-encoding via');

/** A caller's headers as an HTTP back end gets them. */
export function towardsBackEnd(headers: ReadonlyMap<string, SentHeader>): Map<string, readonly string[]> {
  const kept = new Map<string, readonly string[]>();
  for (const [name, { values }] of headers) {
    const isSigned = name === 'authorization' && values.some((value) => value.startsWith('AWS4-HMAC-SHA256'));
    if (!dropped.has(name) && !isSigned) kept.set(name, values);
  }
  return kept;
}

/** A back end's headers as the caller of a proxy integration gets them. */
export function towardsCaller(headers: Answer['headers']): Answer['headers'] {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !droppedOnTheWayBack.has(name))
      .map(([name, value]) => [remapped.has(name) ? `x-amzn-remapped-${name}` : name, value]),
  );
}
