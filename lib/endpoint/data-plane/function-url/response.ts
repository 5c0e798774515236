import type { Answer } from '../shared/answer.ts';
import { readHeadV2, toAnswerV2 } from '../shared/lambda-answer.ts';

const defaultType = 'application/json';

/** AWS's answer to a function that failed or gave something that is no response [rec]. */
export const functionFailed: Answer = {
  status: 502,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  cookies: [],
  body: 'Internal Server Error',
};

/** From what a function returned to HTTP, by the table of section 9. */
export function toResponse(payload: Uint8Array): Answer {
  return toAnswerV2(payload, defaultType) ?? functionFailed;
}

/** Status, headers and cookies of a stream's prelude; undefined when HTTP cannot carry them. */
export function readHead(value: unknown): Omit<Answer, 'body'> | undefined {
  return readHeadV2(value, defaultType);
}
