import type { ServerResponse } from 'node:http';
import type { Answer } from '../shared/answer.ts';

/** One of Lambda's own refusals. */
export function refusal(status: number, code: string, members: Readonly<Record<string, unknown>>): Answer {
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
