import type { Answer } from '../shared/answer.ts';

const texts = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

/** One of the gateway's own answers, in the words of HTTP APIs. */
export function gatewayAnswer(
  status: keyof typeof texts,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    cookies: [],
    body: JSON.stringify({ message: texts[status] }),
  };
}

/** The text of one of those. */
export function messageOf({ body }: Answer): string {
  const { message } = JSON.parse(Buffer.from(body).toString()) as { message: string };
  return message;
}
