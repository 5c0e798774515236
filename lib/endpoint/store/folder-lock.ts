import { readFileSync, writeFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { StoreError } from './store-error.ts';

/** Who holds, or last held, a data folder. */
export interface Owner {
  readonly pid: number;
  /** Start of the program, ISO 8601. */
  readonly since: string;
  /** Start of the process in kernel ticks, where the system tells; a reused process number has another. */
  readonly startTicks?: string;
}

export interface FolderLock {
  /** The program that held the folder before us and did not close it; absent after a clean stop. */
  readonly unclean: Owner | undefined;
  /**
   * Gives the folder back. After a clean stop the next start has nothing to report; a start that failed leaves the
   * traces it found for the next one.
   */
  release(outcome: 'stopped' | 'failed-to-start'): void;
}

/**
 * Takes a data folder for this process alone. The lock itself is one the kernel holds on `lock.db` (through SQLite,
 * the one portable file lock that Node has without an addon), so it ends with the process, whatever ended it.
 * `owner.json` beside it says who holds the folder; finding it under a free lock means that the last run was killed.
 */
export function lockFolder(folder: string, now: Date): FolderLock {
  const ownerFile = path.join(folder, 'owner.json');
  const driver = new Libsql(path.join(folder, 'lock.db'), { timeout: 0 });
  try {
    driver.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    driver.close();
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')))
      throw error;
    throw new StoreError('locked', lockedMessage(folder, readOwner(ownerFile)), { cause: error });
  }
  const unclean = readOwner(ownerFile);
  const owner: Owner = { pid: process.pid, since: now.toISOString(), startTicks: startTicksOf(process.pid) };
  writeFileSync(ownerFile, JSON.stringify(owner), { mode: 0o600 });
  return {
    unclean,
    release(outcome) {
      if (outcome === 'stopped' || !unclean) rmSync(ownerFile, { force: true });
      driver.exec('ROLLBACK');
      driver.close();
    },
  };
}

function lockedMessage(folder: string, owner: Owner | undefined): string {
  const isThere =
    owner !== undefined && (owner.startTicks === undefined || owner.startTicks === startTicksOf(owner.pid));
  const who = isThere
    ? `process ${owner.pid} (since ${owner.since})`
    : 'another process, perhaps on another machine';
  return `The data folder ${folder} is in use by ${who}. Stop that program, or set LAMBDECK_DATA to another folder.`;
}

function readOwner(file: string): Owner | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'pid' in parsed && 'since' in parsed) {
      const startTicks = 'startTicks' in parsed ? String(parsed.startTicks) : undefined;
      return { pid: Number(parsed.pid), since: String(parsed.since), startTicks };
    }
  } catch {
    // Killed while writing it: falls through to an owner without a name.
  }
  return { pid: 0, since: 'an unknown time' };
}

function startTicksOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces; the start time is field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
