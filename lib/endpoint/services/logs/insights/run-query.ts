import type { Scan } from '../../../store/scan.ts';
import { Budget, BudgetExceeded } from './budget.ts';
import { parseQuery } from './parse-query.ts';
import { planQuery, type Plan } from './plan.ts';
import { createScanRepository, type ScannedEvent } from './repository-events.ts';
import { EventRow, type EventSource, type Row, type StoredEvent } from './rows.ts';
import { buildStages, type Stage } from './stages.ts';
import type { Command } from './syntax.ts';
import { toText } from './values.ts';

/** A query as the thread is given it. */
export interface QueryJob {
  readonly queryString: string;
  readonly groups: readonly { readonly id: number; readonly log: string }[];
  /** Both ends belong to the range. */
  readonly startMs: number;
  readonly endMs: number;
  readonly limit: number;
  readonly timeMsMax: number;
}

export interface QueryCounts {
  readonly scanned: number;
  readonly matched: number;
  readonly bytes: number;
}

export interface QueryOutcome {
  /** Results as JSON, so many rows a page. */
  readonly pages: readonly string[];
  readonly rowCount: number;
}

export class QueryTimeout extends Error {
  override readonly name = 'QueryTimeout';
}

export const rowsAPage = 1000;
const chunkRows = 2000;
const chunkRowsMin = 50;
const chunkBytesMax = 8 * 1024 * 1024;
/** Rows, groups, samples and distinct values kept at once: with their texts some hundred megabytes at most. */
const cellsMax = 3_000_000;
const resultBytesMax = 32 * 1024 * 1024;

/**
 * Runs a query over the store's file. `onProgress` is told after every read of some thousand events. Throws
 * QueryTimeout and BudgetExceeded where the query takes more than it may.
 */
export function runQuery(scan: Scan, job: QueryJob, onProgress: (counts: QueryCounts) => void): QueryOutcome {
  const query = parseQuery(job.queryString);
  const plan = planQuery(query);
  const commands = job.groups.length > 1 ? sortedAcrossGroups(query.commands) : query.commands;
  const counts = { scanned: 0, matched: 0, bytes: 0 };
  const sink = new ResultSink(plan, job.limit);
  const context = { budget: new Budget(cellsMax), limit: job.limit };
  // Everything up to the first command that gathers or leaves out rows decides what "matched".
  const cut = commands.findIndex(({ kind }) => ['stats', 'sort', 'dedup', 'limit'].includes(kind));
  const [matching, gathering] = cut === -1 ? [commands, []] : [commands.slice(0, cut), commands.slice(cut)];
  const gather = buildStages(gathering, sink, context);
  const count: Stage = {
    push(row) {
      counts.matched += 1;
      gather.push(row);
    },
    end: () => gather.end(),
  };
  const first = buildStages(matching, count, context);

  const deadline = performance.now() + job.timeMsMax;
  for (const group of job.groups) {
    for (const chunk of readGroup(scan, job, group, plan)) {
      for (const row of chunk.rows) first.push(row);
      counts.scanned += chunk.count;
      counts.bytes += chunk.byteCount;
      onProgress({ ...counts });
      if (performance.now() > deadline) throw new QueryTimeout(`It took more than ${job.timeMsMax} ms.`);
    }
  }
  first.end();
  onProgress({ ...counts });
  return sink.outcome();
}

/** Groups are read one after another; unless the query says otherwise, the newest event of all comes first. */
function sortedAcrossGroups(commands: readonly Command[]): readonly Command[] {
  const cut = commands.findIndex(({ kind }) => ['stats', 'sort', 'dedup', 'limit'].includes(kind));
  if (cut !== -1 && ['stats', 'sort'].includes(commands[cut]?.kind ?? '')) return commands;
  const newestFirst: Command = {
    kind: 'sort',
    keys: [{ expression: { kind: 'field', name: '@timestamp' }, isDescending: true }],
  };
  const at = cut === -1 ? commands.length : cut;
  return [...commands.slice(0, at), newestFirst, ...commands.slice(at)];
}

function* readGroup(
  scan: Scan,
  job: QueryJob,
  group: QueryJob['groups'][number],
  plan: Plan,
): Generator<{ rows: EventRow[]; count: number; byteCount: number }> {
  const repository = createScanRepository(
    scan,
    { message: plan.needsMessage, ingestion: plan.needsIngestion },
    plan.conditions,
  );
  const sources = new Map<number, EventSource | undefined>();
  const sourceOf = (streamId: number) => {
    if (sources.has(streamId)) return sources.get(streamId);
    const streamName = repository.streamName(streamId);
    const source = streamName === undefined ? undefined : { streamName, log: group.log };
    sources.set(streamId, source);
    return source;
  };
  const toRow = (event: ScannedEvent): EventRow | undefined => {
    const source = sourceOf(event.streamId);
    if (!source) return undefined;
    if (event.message !== undefined) return new EventRow(event as StoredEvent, source);
    const message = plan.needsMessage ? repository.messageOf(event.id) : '';
    return message === undefined ? undefined : new EventRow({ ...event, message }, source);
  };
  let size = chunkRows;
  let place: { beforeMs: number; beforeId: number } | undefined = { beforeMs: job.endMs + 1, beforeId: 0 };
  while (place) {
    const chunk = repository.read({ groupId: group.id, startMs: job.startMs, ...place }, size);
    const rows = chunk.events.map(toRow).filter((row) => row !== undefined);
    yield { rows, count: chunk.count, byteCount: chunk.byteCount };
    if (chunk.byteCount > chunkBytesMax) size = Math.max(chunkRowsMin, Math.floor(size / 2));
    place = chunk.next;
  }
}

/** Turns rows into what GetQueryResults answers, page by page. */
class ResultSink implements Stage {
  readonly #plan: Plan;
  readonly #limit: number;
  readonly #pages: string[] = [];
  #page: string[] = [];
  #count = 0;
  #bytes = 0;

  constructor(plan: Plan, limit: number) {
    this.#plan = plan;
    this.#limit = limit;
  }

  push(row: Row): void {
    if (this.#count >= this.#limit) return;
    this.#count += 1;
    const fields: { field: string; value: string }[] = [];
    for (const field of this.#plan.columns) {
      const value = toText(row.get(field));
      if (value !== undefined) fields.push({ field, value });
    }
    if (row.pointer !== undefined && !this.#plan.columns.includes('@ptr')) {
      fields.push({ field: '@ptr', value: row.pointer });
    }
    const text = JSON.stringify(fields);
    this.#bytes += text.length;
    if (this.#bytes > resultBytesMax) {
      throw new BudgetExceeded(
        `The results are larger than ${resultBytesMax / 1_048_576} MB. Show fewer fields, or set a limit.`,
      );
    }
    this.#page.push(text);
    if (this.#page.length >= rowsAPage) this.#turn();
  }

  end(): void {
    if (this.#page.length > 0) this.#turn();
  }

  outcome(): QueryOutcome {
    return { pages: this.#pages, rowCount: this.#count };
  }

  #turn(): void {
    this.#pages.push(`[${this.#page.join(',')}]`);
    this.#page = [];
  }
}
