import 'server-only';
import { AuthRefusal } from '@/lib/auth/user';
import { consoleError, type ActionResult, type ConsoleErrorKind } from '@/lib/domain/console-error';
import { refuse } from '@/lib/shared/result';

// Route handlers answer with the same result as actions; the status is for programs and for the network panel.

const statusOfKind: Record<ConsoleErrorKind, number> = {
  invalid: 400,
  denied: 403,
  'not-found': 404,
  conflict: 409,
  quota: 413,
  throttled: 429,
  unexpected: 500,
  unsupported: 501,
  unreachable: 502,
  failed: 502,
};

/** A result as an answer that nobody caches. */
export function answerWith(result: ActionResult<unknown>, status?: number): Response {
  const code = status ?? (result.ok ? 200 : statusOfKind[result.error.kind]);
  return Response.json(result, { status: code, headers: { 'cache-control': 'no-store' } });
}

/** Answers a guard's refusal: 401 for the signed out, 403 for too weak a role. Anything else is thrown on. */
export function answerRefusal(error: unknown, operation: string): Response {
  if (!(error instanceof AuthRefusal)) throw error;
  return answerWith(
    refuse(consoleError('denied', error.message, { operation })),
    error.reason === 'signed-out' ? 401 : 403,
  );
}
