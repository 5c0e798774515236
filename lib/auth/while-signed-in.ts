import 'server-only';
import { isSignInRequired } from '@/lib/auth/sign-in-required';
import { log } from '@/lib/log';

/** How long a stream may outlive the session that opened it. */
const checkMs = 15_000;

export interface SignedInWatch {
  /** Aborts when the reader goes away or the session ends: signed out, disabled, demoted, run out. */
  readonly signal: AbortSignal;
  /** To be called when the stream has ended by itself. */
  end(): void;
}

/** Watches the session of a request whose answer goes on for hours: the guard has looked only at its beginning. */
export function whileSignedIn(request: Request): SignedInWatch {
  const stop = new AbortController();
  const headers = new Headers(request.headers);
  const end = () => {
    clearInterval(timer);
    stop.abort();
  };
  const check = async () => {
    try {
      const { readSession } = await import('@/lib/auth/better-auth');
      if (!(await readSession(headers))) end();
    } catch (error) {
      log().error({ err: error }, 'The session behind a stream could not be read');
      end();
    }
  };
  const timer = setInterval(() => {
    if (isSignInRequired()) void check();
  }, checkMs);
  timer.unref();
  request.signal.addEventListener('abort', end);
  if (request.signal.aborted) end();
  return { signal: stop.signal, end };
}
