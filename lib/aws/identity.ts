import 'server-only';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { getConnectionOrThrow } from '@/lib/connections/store';
import type { ConsoleError } from '@/lib/domain/console-error';
import { refuse, succeed, type Result } from '@/lib/shared/result';

export interface Identity {
  readonly accountId: string;
  readonly arn: string;
  readonly milliseconds: number;
}

const keptMs = { ok: 5 * 60_000, refused: 15_000 };
const keptMax = 500;
const askedAtOnceMax = 6;
const answerMs = 8_000;

interface Entry {
  readonly answer: Promise<Result<Identity, ConsoleError>>;
  settled?: Result<Identity, ConsoleError>;
  untilMs: number;
}
const entries = new Map<string, Entry>();
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= askedAtOnceMax) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function ask(connectionId: string, region: string): Promise<Result<Identity, ConsoleError>> {
  const startedMs = performance.now();
  try {
    const { sts } = await awsFor({ connectionId, region });
    const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
    const output = await sts.send(new GetCallerIdentityCommand({}), {
      abortSignal: AbortSignal.timeout(answerMs),
    });
    return succeed({
      accountId: output.Account ?? '',
      arn: output.Arn ?? '',
      milliseconds: Math.round(performance.now() - startedMs),
    });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'sts:GetCallerIdentity' }));
  }
}

function entryOf(connectionId: string): Entry {
  const connection = getConnectionOrThrow(connectionId);
  const key = `${connectionId}|${connection.version}`;
  const known = entries.get(key);
  if (known && known.untilMs > Date.now()) return known;
  const answer = inTurn(() => ask(connectionId, connection.region));
  const entry: Entry = { answer, untilMs: Number.POSITIVE_INFINITY };
  void answer.then((result) => {
    entry.settled = result;
    entry.untilMs = Date.now() + (result.ok ? keptMs.ok : keptMs.refused);
  });
  entries.delete(key);
  entries.set(key, entry);
  for (const oldest of entries.keys()) {
    if (entries.size <= keptMax) break;
    entries.delete(oldest);
  }
  return entry;
}

/**
 * Whom a connection is for AWS, asked at most every few minutes. The caller has passed the guard.
 * Throws a ConnectionError when there is no such connection.
 */
export function identityOf(connectionId: string): Promise<Result<Identity, ConsoleError>> {
  return entryOf(connectionId).answer;
}

/** The account if it is known or becomes known within `waitMs`; the question goes on in the background. */
export async function knownAccountId(connectionId: string, waitMs: number): Promise<string | undefined> {
  const entry = entryOf(connectionId);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, waitMs, undefined);
  });
  const result = entry.settled ?? (await Promise.race([entry.answer, late]));
  clearTimeout(timer);
  return result?.ok ? result.data.accountId : undefined;
}
