import type { Result } from '../shared/result.ts';

/** The closed list of ways in which something the console tried can fail. */
export type ConsoleErrorKind =
  | 'invalid' // the input breaks a rule of ours or of AWS
  | 'not-found'
  | 'conflict' // someone else changed it, it exists already, or it is busy
  | 'denied' // AWS or our own roles refuse
  | 'throttled'
  | 'quota'
  | 'unreachable' // no answer: refused, timed out, TLS, DNS
  | 'failed' // the service says that the fault is its own
  | 'unsupported' // the endpoint does not have this operation
  | 'unexpected'; // our fault or an answer nobody can read

/** What crosses from the server to a page when something failed. Plain data; never a stack, never a secret. */
export interface ConsoleError {
  readonly kind: ConsoleErrorKind;
  /** AWS's own sentence where there is one; otherwise ours. For `unexpected` a neutral sentence. */
  readonly message: string;
  /** Form field the refusal belongs to, in our names (`timeoutSeconds`), when it can be told. */
  readonly field?: string;
  /** e.g. `lambda:UpdateFunctionConfiguration`. */
  readonly operation?: string;
  /** AWS's exception name, shown in the folded details. */
  readonly awsErrorName?: string;
  readonly requestId?: string;
  /** For `unexpected`: finds the line in our log. */
  readonly reference?: string;
  /** ISO time. */
  readonly at: string;
}

/** What every server action returns. */
export type ActionResult<T> = Result<T, ConsoleError>;

/** Builds a ConsoleError of this moment. */
export function consoleError(
  kind: ConsoleErrorKind,
  message: string,
  extra: Partial<Omit<ConsoleError, 'kind' | 'message' | 'at'>> = {},
): ConsoleError {
  return { kind, message, ...extra, at: new Date().toISOString() };
}
