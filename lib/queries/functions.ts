import 'server-only';
import {
  GetFunctionCommand,
  ListFunctionsCommand,
  ResourceNotFoundException,
  type FunctionConfiguration,
} from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { compareNames } from '@/lib/domain/check-up';
import type { ConsoleError } from '@/lib/domain/console-error';
import { facetsOf, type Facet } from '@/lib/domain/function-facets';
import { filterRows, pageOf, sortRows, type FunctionRow, type Page } from '@/lib/domain/function-list';
import type { FunctionListState, FunctionView } from '@/lib/domain/function-list-url';
import { FunctionIndex } from '@/lib/queries/function-index';
import { readFunctionTags } from '@/lib/queries/function-tags';
import { rowsInView } from '@/lib/queries/function-views';
import type { Place } from '@/lib/routes';

export interface FunctionList extends Page<FunctionRow> {
  readonly total: number;
  readonly counts: Readonly<Record<FunctionView, number>>;
  /** Values that the filter can offer. */
  readonly facets: readonly Facet[];
  /** False while the first listing still runs: more rows are on their way. */
  readonly isComplete: boolean;
  readonly fetchedAt: string | undefined;
  /** Why the last listing failed; rows are then the last ones known, if any. */
  readonly error: ConsoleError | undefined;
}

/** Places whose index is kept; the one not read for longest goes first. */
const placesMax = 40;
/** How long a page waits for the first listing, and for the states of its rows, before it shows what there is. */
const firstListingWaitMs = 1_200;
const statesWaitMs = 250;

const indexes = new Map<string, FunctionIndex>();

function rowFromConfiguration(configuration: FunctionConfiguration): FunctionRow {
  return {
    name: configuration.FunctionName ?? '',
    arn: configuration.FunctionArn ?? '',
    description: configuration.Description ?? '',
    packageType: configuration.PackageType === 'Image' ? 'Image' : 'Zip',
    runtime: configuration.Runtime ?? '',
    architecture: configuration.Architectures?.[0] ?? 'x86_64',
    memoryMb: configuration.MemorySize ?? 128,
    timeoutSeconds: configuration.Timeout ?? 3,
    codeSizeBytes: configuration.CodeSize ?? 0,
    role: configuration.Role ?? '',
    layers: configuration.Layers?.map((layer) => layer.Arn ?? '') ?? [],
    variableKeys: Object.keys(configuration.Environment?.Variables ?? {}),
    ...(configuration.DeadLetterConfig?.TargetArn && {
      deadLetterArn: configuration.DeadLetterConfig.TargetArn,
    }),
    ...(configuration.LoggingConfig?.LogGroup && { logGroup: configuration.LoggingConfig.LogGroup }),
    lastModified: configuration.LastModified ?? '',
  };
}

async function indexFor(place: Place): Promise<FunctionIndex> {
  const key = `${place.connectionId}/${place.region}`;
  const known = indexes.get(key);
  if (known) {
    indexes.delete(key);
    indexes.set(key, known);
    return known;
  }
  // Throws for a connection that does not exist before an index is kept for it.
  await awsFor(place);
  const index = new FunctionIndex({
    async listPage(marker) {
      const { lambda } = await awsFor(place);
      const output = await lambda.send(new ListFunctionsCommand({ Marker: marker, MaxItems: 50 }));
      return { rows: (output.Functions ?? []).map(rowFromConfiguration), next: output.NextMarker };
    },
    async describe(name) {
      const { lambda } = await awsFor(place);
      try {
        const output = await lambda.send(new GetFunctionCommand({ FunctionName: name }));
        return { state: output.Configuration?.State, tags: output.Tags ?? {} };
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },
    listTags: () => readFunctionTags(place),
    now: Date.now,
  });
  indexes.set(key, index);
  for (const oldest of indexes.keys()) {
    if (indexes.size <= placesMax) break;
    indexes.delete(oldest);
  }
  return index;
}

/** Waits for `work`, but not longer than `ms`. */
async function atMost(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** One page of the functions list. Never rejects for AWS's refusals: they are in `error`. */
export async function listFunctions(place: Place, query: FunctionListState): Promise<FunctionList> {
  await requireUser('viewer');
  const index = await indexFor(place);
  if (!index.isComplete) await atMost(index.refresh(), firstListingWaitMs);

  const select = () => {
    const snapshot = index.snapshot();
    const now = new Date();
    const rows = rowsInView(snapshot.rows, query.view, now);
    const page = pageOf(sortRows(filterRows(rows, query.filter), query.sort), query.page, query.pageSize);
    return { snapshot, page, now };
  };
  const first = select();
  await atMost(index.describeNow(first.page.rows.map((row) => row.name)), statesWaitMs);
  const { snapshot, page, now } = select();
  return {
    ...page,
    total: snapshot.rows.length,
    counts: {
      all: snapshot.rows.length,
      deprecated: rowsInView(snapshot.rows, 'deprecated', now).length,
      failed: rowsInView(snapshot.rows, 'failed', now).length,
    },
    facets: facetsOf(snapshot.rows),
    isComplete: snapshot.isComplete,
    fetchedAt: snapshot.fetchedAt === undefined ? undefined : new Date(snapshot.fetchedAt).toISOString(),
    error:
      snapshot.error === undefined
        ? undefined
        : toConsoleError(snapshot.error, { operation: 'lambda:ListFunctions' }),
  };
}

/** Rows whose state is asked for ahead of the others by a page about all functions. */
const statesAskedMax = 50;

/** Every function of a place as the index knows it now, by name. Never rejects for AWS's refusals: see `error`. */
export async function readFunctionRows(place: Place) {
  await requireUser('viewer');
  const index = await indexFor(place);
  if (!index.isComplete) await atMost(index.refresh(), firstListingWaitMs);
  const unknown = index.snapshot().rows.filter(({ state }) => state === undefined);
  await atMost(index.describeNow(unknown.slice(0, statesAskedMax).map(({ name }) => name)), statesWaitMs);
  const { rows, isComplete, error } = index.snapshot();
  return {
    rows: [...rows].sort((a, b) => compareNames(a.name, b.name)),
    isComplete,
    error: error === undefined ? undefined : toConsoleError(error, { operation: 'lambda:ListFunctions' }),
  };
}

/** Names and descriptions for the command palette: prefix matches first, at most `max`. */
export async function searchFunctions(
  place: Place,
  text: string,
  max: number,
): Promise<readonly Pick<FunctionRow, 'name' | 'description' | 'runtime'>[]> {
  await requireUser('viewer');
  const index = await indexFor(place);
  if (!index.isComplete) await atMost(index.refresh(), firstListingWaitMs);
  const wanted = text.trim().toLowerCase();
  const found = index.snapshot().rows.filter((row) => row.name.toLowerCase().includes(wanted));
  found.sort(
    (a, b) =>
      Number(b.name.toLowerCase().startsWith(wanted)) - Number(a.name.toLowerCase().startsWith(wanted)) ||
      a.name.length - b.name.length,
  );
  return found.slice(0, max).map(({ name, description, runtime }) => ({ name, description, runtime }));
}

/** Lists again now; the refresh button waits for it. */
export async function refreshFunctions(place: Place): Promise<void> {
  await requireUser('viewer');
  await (await indexFor(place)).refresh();
}

/** Shows a change made through the console at once. For lib/actions, after AWS accepted it. */
export async function noteFunctionChanged(place: Place, configuration: FunctionConfiguration): Promise<void> {
  (await indexFor(place)).put(rowFromConfiguration(configuration));
}

/** Takes a function deleted through the console out of the list at once. */
export async function noteFunctionDeleted(place: Place, name: string): Promise<void> {
  (await indexFor(place)).remove(name);
}

const choicesMax = 1_000;
/** Whoever fills a form may have made the function a moment ago, elsewhere. */
const choicesStaleAfterMs = 1_000;
const choicesWaitMs = 400;

/** Functions of a place for a choice in a form, by name: listed anew, or after a short wait what the index knows. */
export async function listFunctionChoices(
  place: Place,
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  await requireUser('viewer');
  const index = await indexFor(place);
  const { isComplete, fetchedAt = 0 } = index.snapshot();
  if (!isComplete) await atMost(index.refresh(), firstListingWaitMs);
  else if (Date.now() - fetchedAt > choicesStaleAfterMs) await atMost(index.refresh(), choicesWaitMs);
  return index
    .snapshot()
    .rows.map(({ arn, name }) => ({ value: arn, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label))
    .slice(0, choicesMax);
}

/** Every function that the index knows, after a short wait for its first listing; tags as far as they were asked. */
export async function listAllFunctions(place: Place): Promise<{
  readonly rows: readonly FunctionRow[];
  readonly isComplete: boolean;
  readonly error: ConsoleError | undefined;
}> {
  await requireUser('viewer');
  const index = await indexFor(place);
  if (!index.isComplete) await atMost(index.refresh(), firstListingWaitMs);
  const { rows, isComplete, error } = index.snapshot();
  return {
    rows,
    isComplete,
    error: error === undefined ? undefined : toConsoleError(error, { operation: 'lambda:ListFunctions' }),
  };
}
