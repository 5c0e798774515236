import type { ApiAnswer } from './api-request';

/** What an answer of the gateway itself does not say, though its caller needs it. */
export type AnswerAdvice =
  /** AWS's words for a path or method that is not there, or an AWS_IAM method without a signature. */
  | { readonly kind: 'no-such-method' }
  /** Of an API key, a stage that is not there, a resource that a policy keeps, or a default endpoint that is off. */
  | { readonly kind: 'forbidden' }
  /** A JWT was refused; the reason stands in a header alone. */
  | { readonly kind: 'token'; readonly reason: string };

/** Explains the refusals that users of API Gateway misread; undefined where the answer speaks for itself. */
export function adviceOf({
  status,
  headers,
  body,
  isBinary,
}: Pick<ApiAnswer, 'status' | 'headers' | 'body' | 'isBinary'>): AnswerAdvice | undefined {
  const header = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  if (status === 401 || status === 403) {
    const reason = /\berror_description="([^"]+)"/.exec(header('www-authenticate') ?? '')?.[1];
    if (reason !== undefined) return { kind: 'token', reason };
  }
  if (status !== 403 || isBinary) return undefined;
  const message = messageOf(body);
  if (message === 'Missing Authentication Token') return { kind: 'no-such-method' };
  return message === 'Forbidden' ? { kind: 'forbidden' } : undefined;
}

function messageOf(body: string): unknown {
  try {
    return (JSON.parse(body) as { message?: unknown } | null)?.message;
  } catch {
    return undefined;
  }
}
