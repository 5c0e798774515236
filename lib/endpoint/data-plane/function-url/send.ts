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
