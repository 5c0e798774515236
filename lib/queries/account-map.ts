import 'server-only';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { MapFunction, MapLink } from '@/lib/domain/account-map';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { FunctionRow } from '@/lib/domain/function-list';
import { runtimeSupport } from '@/lib/domain/runtimes';
import { mapQuestions, type MapQuestion } from '@/lib/queries/account-map-links';
import { listAllFunctions } from '@/lib/queries/functions';
import type { Place } from '@/lib/routes';

export interface AccountMapFailure {
  readonly question: MapQuestion;
  readonly error: ConsoleError;
}

export interface AccountMapData {
  readonly functions: readonly MapFunction[];
  readonly links: readonly MapLink[];
  /** More functions than the map takes. */
  readonly isCut: boolean;
  /** False while the functions are still being listed. */
  readonly isComplete: boolean;
  readonly failures: readonly AccountMapFailure[];
  /** Why the functions could not be listed. */
  readonly error: ConsoleError | undefined;
}

/** What a browser can take in one go. */
const functionsMax = 5_000;
/** Links are asked again after this; every page view in between shares them. */
const linksStaleMs = 30_000;
const placesMax = 40;

interface Links {
  readonly at: number;
  readonly links: readonly MapLink[];
  readonly failures: readonly AccountMapFailure[];
}

const cache = new Map<string, Promise<Links>>();

async function askAll(place: Place, rows: readonly FunctionRow[]): Promise<Links> {
  const aws = await awsFor(place);
  const answers = await Promise.all(
    mapQuestions.map(async ({ id, operation, ask }) => {
      try {
        return { links: await ask(aws, rows), failures: [] };
      } catch (error) {
        return { links: [], failures: [{ question: id, error: toConsoleError(error, { operation }) }] };
      }
    }),
  );
  return {
    at: Date.now(),
    links: answers.flatMap(({ links }) => links),
    failures: answers.flatMap(({ failures }) => failures),
  };
}

async function linksOf(place: Place, rows: readonly FunctionRow[]): Promise<Links> {
  const key = `${place.connectionId}/${place.region}`;
  const known = await cache.get(key)?.catch(() => undefined);
  if (known && Date.now() - known.at < linksStaleMs) return known;
  const asked = askAll(place, rows);
  cache.delete(key);
  cache.set(key, asked);
  for (const oldest of cache.keys()) {
    if (cache.size <= placesMax) break;
    cache.delete(oldest);
  }
  // A failure is no answer to keep.
  asked.catch(() => cache.delete(key));
  return asked;
}

function toMapFunction(row: FunctionRow, now: Date): MapFunction {
  const isOld = ['deprecated', 'blocked'].includes(runtimeSupport(row.runtime, now));
  return {
    name: row.name,
    arn: row.arn,
    detail: row.runtime || row.packageType,
    tags: row.tags ?? {},
    hasProblem: isOld || row.state === 'Failed' || row.state === 'Inactive',
  };
}

/** Every function of a place with what is known to feed it and where it sends. Never rejects for AWS's refusals. */
export async function getAccountMap(place: Place): Promise<AccountMapData> {
  await requireUser('viewer');
  const { rows, isComplete, error } = await listAllFunctions(place);
  const shown = rows.slice(0, functionsMax);
  const { links, failures } = shown.length > 0 ? await linksOf(place, shown) : { links: [], failures: [] };
  const now = new Date();
  const deadLetters = shown.flatMap(({ arn, deadLetterArn }): MapLink[] =>
    deadLetterArn ? [{ functionArn: arn, otherArn: deadLetterArn, flow: 'reject', isPaused: false }] : [],
  );
  return {
    functions: shown.map((row) => toMapFunction(row, now)),
    links: [...links, ...deadLetters],
    isCut: rows.length > functionsMax,
    isComplete,
    failures,
    error,
  };
}
