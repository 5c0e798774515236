import { randomBytes } from 'node:crypto';

/** Meant for the next hop alone. */
export const hopHeaders: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const textPattern = /^(text\/|application\/((json|xml|javascript)|[\w.-]+\+(json|xml))\s*(;|$))/i;

/** Bodies of other types, and of none, travel in base64. */
export function isTextType(contentType: string | undefined): boolean {
  return textPattern.test(contentType ?? '');
}

/** Names in lower case and values in turn, as they came, without those of one hop. */
export function* headerPairs(rawHeaders: readonly string[]): Generator<[string, string]> {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    if (!hopHeaders.has(name)) yield [name, rawHeaders[index + 1] ?? ''];
  }
}

/** Values by name, in order. */
export function grouped(pairs: Iterable<readonly [string, string]>): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    if (before) before.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** Each `name=value` of the Cookie headers. */
export function cookiesOf(headers: ReadonlyMap<string, readonly string[]>): string[] {
  return (headers.get('cookie') ?? [])
    .flatMap((value) => value.split(';'))
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `26/Nov/2025:10:00:00 +0000`. */
export function formatTime(ms: number): string {
  const [day = '', time = ''] = new Date(ms).toISOString().split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

/** A trace header: `Root=1-<seconds in hex>-<24 hex digits>`. */
export function newTrace(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')}`;
}
