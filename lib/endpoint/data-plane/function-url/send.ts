import type { ServerResponse } from 'node:http';
import type { UrlResponse } from './response.ts';

/** Writes a whole answer. Headers set on `response` before, e.g. the request id, stay. */
export function send(response: ServerResponse, answer: UrlResponse): void {
  if (response.destroyed) return;
  writeHead(response, answer);
  const isBodiless = answer.status === 204 || answer.status === 304;
  response.end(isBodiless ? undefined : answer.body);
}

export function writeHead(
  response: ServerResponse,
  { status, headers, cookies }: Omit<UrlResponse, 'body'>,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies]);
  response.statusCode = status;
}

/** One of Lambda's own refusals. */
export function refusal(
  status: number,
  code: string,
  members: Readonly<Record<string, unknown>>,
): UrlResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    cookies: [],
    body: JSON.stringify(members),
  };
}

/** Resolves when the socket takes more, or is gone. */
export function writable(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      response.off('drain', settle);
      response.off('close', settle);
      resolve();
    };
    response.on('drain', settle);
    response.on('close', settle);
    if (response.destroyed) settle();
  });
}
