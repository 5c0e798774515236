import { createContext, Script } from 'node:vm';

const holder = createContext({ work: (): unknown => undefined }) as { work: () => unknown };
const script = new Script('work()');

/**
 * Runs synchronous work and stops it after so many milliseconds by throwing `onLate()`. A parser or a regular expression
 * that runs away blocks the whole endpoint otherwise. Here `vm` is a stopwatch only: the work keeps its own globals.
 */
export function withinMs<Result>(ms: number, work: () => Result, onLate: () => Error): Result {
  const outer = holder.work;
  holder.work = work;
  try {
    return script.runInContext(holder, { timeout: ms }) as Result;
  } catch (error) {
    // An Error of the other realm, which `instanceof` does not know.
    if ((error as { code?: unknown } | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw onLate();
    throw error;
  } finally {
    holder.work = outer;
  }
}
