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

/** Work that runs away blocks the endpoint for the second try, too: it is no longer than this times the first. */
const patience = 2;

/**
 * As `withinMs`, for work that may be done twice: when the processor was with other programs for half of the time or more, the
 * work has not had its `ms` and gets another try, so that a busy machine refuses nothing that a quiet one takes.
 */
export function withinMsOfWork<Result>(ms: number, work: () => Result, onLate: () => Error): Result {
  const before = process.cpuUsage();
  let isLate = false;
  const late = () => {
    isLate = true;
    return onLate();
  };
  try {
    return withinMs(ms, work, late);
  } catch (error) {
    const { user, system } = process.cpuUsage(before);
    const isStarved = isLate && (user + system) / 1000 < ms / 2;
    if (!isStarved) throw error;
    return withinMs(ms * patience, work, onLate);
  }
}
