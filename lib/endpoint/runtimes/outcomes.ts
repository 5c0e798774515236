import { Buffer } from 'node:buffer';

/** The platform's own error documents. Shapes: observed service behaviour, 2025. */

export const responseBytesMax = 6_291_556;
/** A streamed response may be longer than a buffered one. */
export const streamedBytesMax = 200 * 1024 * 1024;

export interface Failure {
  readonly errorType: string;
  readonly payload: Uint8Array;
}

function failure(errorType: string, errorMessage: string): Failure {
  return { errorType, payload: Buffer.from(JSON.stringify({ errorType, errorMessage })) };
}

export function timedOut(requestId: string, timeoutSeconds: number): Failure {
  return failure(
    'Sandbox.Timedout',
    `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
  );
}

export function exited(requestId: string, reason: string): Failure {
  return failure('Runtime.ExitError', `RequestId: ${requestId} Error: ${reason}`);
}

export function outOfMemory(requestId: string): Failure {
  return failure(
    'Runtime.OutOfMemory',
    `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
  );
}

/** `reason` is the extension's own error type, or how it ended. Wording: unconfirmed. */
export function extensionFailed(requestId: string, errorType: string, reason: string): Failure {
  return failure(errorType, `RequestId: ${requestId} Error: ${reason}`);
}

export function tooLarge(): Failure {
  const errorType = 'Function.ResponseSizeTooLarge';
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${responseBytesMax} bytes).`;
  return { errorType, payload: Buffer.from(JSON.stringify({ errorMessage, errorType })) };
}

export function invalidEntrypoint(requestId: string): Failure {
  return failure(
    'Runtime.InvalidEntrypoint',
    `RequestId: ${requestId} Error: Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]`,
  );
}

/** Signal names as AWS's own supervisor, a Go program, prints them. */
const signalWords: Readonly<Record<string, string>> = {
  SIGHUP: 'hangup',
  SIGINT: 'interrupt',
  SIGQUIT: 'quit',
  SIGILL: 'illegal instruction',
  SIGTRAP: 'trace/breakpoint trap',
  SIGABRT: 'aborted',
  SIGBUS: 'bus error',
  SIGFPE: 'floating point exception',
  SIGKILL: 'killed',
  SIGSEGV: 'segmentation fault',
  SIGPIPE: 'broken pipe',
  SIGTERM: 'terminated',
};

/** bwrap answers 128 + n for a child that died of signal n; 128 and 129 are also the Node.js client's own. */
const signalStatuses: Readonly<Record<number, string>> = {
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  135: 'SIGBUS',
  136: 'SIGFPE',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  141: 'SIGPIPE',
  143: 'SIGTERM',
};

/** The reason in `Runtime.ExitError` for how a process ended. */
export function exitReason(status: number | null, signal: string | null, isSandboxed: boolean): string {
  const name = signal ?? (isSandboxed && status !== null ? signalStatuses[status] : undefined);
  if (name) return `Runtime exited with error: signal: ${signalWords[name] ?? name}`;
  if (status === 0 || status === null) return 'Runtime exited without providing a reason';
  return `Runtime exited with error: exit status ${status}`;
}
