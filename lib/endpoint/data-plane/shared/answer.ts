import { validateHeaderName, validateHeaderValue, type ServerResponse } from 'node:http';

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. A name with several values becomes several lines. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly cookies: readonly string[];
  readonly body: Uint8Array | string;
  /** What comes after `body`, which is then empty: sent as it comes. */
  readonly stream?: AsyncIterable<Uint8Array>;
}

/** The connection is ours, and so is the length. */
const ownHeaders = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether an answer may carry the header: not one of the connection. Throws for what HTTP cannot carry. */
export function isCarried(name: string, value: string): boolean {
  if (ownHeaders.has(name.toLowerCase())) return false;
  validateHeaderName(name);
  validateHeaderValue(name, value);
  return true;
}

/** Writes a whole answer. Headers set on `response` before, e.g. the request id, stay. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  setHead(response, answer);
  response.end(answer.status === 204 || answer.status === 304 ? undefined : answer.body);
}

/** Sets status and headers, without sending them. */
export function setHead(
  response: ServerResponse,
  { status, headers, cookies }: Pick<Answer, 'status' | 'headers' | 'cookies'>,
): void {
  for (const [name, value] of Object.entries(headers))
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies]);
  response.statusCode = status;
}
