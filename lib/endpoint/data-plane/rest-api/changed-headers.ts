import type { Answer } from '../shared/answer.ts';
import type { SentHeader } from './rest-call.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Headers of a caller that nothing of an API ever sees: no event, no template, no back end [rec]. */
export const unseen = set('content-md5 expect max-forwards proxy-authenticate server www-authenticate');

/** Headers of a caller that go no further than the API. */
const dropped = set(
  'connection content-length te transfer-encoding trailer upgrade via host content-encoding',
);

const unmappable = set('content-length transfer-encoding x-amzn-trace-id x-amzn-apigateway-api-id');
const unmappableToServices = set('authorization connection expect proxy-authenticate te');

/** Whether no mapping of an integration may write the header: services have more of these than HTTP [rec]. */
export function isUnmappable(name: string, type: string | undefined): boolean {
  return unmappable.has(name) || ((type ?? '').startsWith('AWS') && unmappableToServices.has(name));
}

/** Headers of a back end that its caller sees as `x-amzn-remapped-…`, whatever the integration. */
const remapped = set('connection content-length date server www-authenticate x-amzn-requestid');

/** And those that mappings write in an integration that is no proxy. */
const remappedOfMappings = set(
  'authorization content-md5 expect host max-forwards proxy-authenticate trailer upgrade user-agent',
);
const droppedOnTheWayBack = set('transfer-encoding content-encoding via');

/** The name under which a caller sees a header that a mapping writes. */
export function mappedName(name: string): string {
  const key = name.toLowerCase();
  return remappedOfMappings.has(key) ? `x-amzn-remapped-${key}` : answeredName(key);
}

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
      .map(([name, value]) => [answeredName(name), value]),
  );
}

/** The name under which a caller sees a header that a back end or a function answered. */
export function answeredName(name: string): string {
  const key = name.toLowerCase();
  return remapped.has(key) ? `x-amzn-remapped-${key}` : key;
}
