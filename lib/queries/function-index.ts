import 'server-only';
import type { FunctionRow } from '@/lib/domain/function-list';

type Tags = Readonly<Record<string, string>>;

/** What the index asks AWS for; handed in so that its rules can be tested without one. */
export interface FunctionSource {
  /** One page of ListFunctions. */
  listPage(marker: string | undefined): Promise<{ rows: FunctionRow[]; next: string | undefined }>;
  /** State and tags of one function (GetFunction); undefined when it is gone. */
  describe(name: string): Promise<Pick<FunctionRow, 'state' | 'tags'> | undefined>;
  /** Tags of every function that has some, by ARN. Rejects where the connection cannot tell them all at once. */
  listTags(): Promise<ReadonlyMap<string, Tags>>;
  now(): number;
}

/** Older than this and a read starts a refresh in the background. */
const staleAfterMs = 15_000;
/** A state is asked again after this even if the function was not modified. */
const stateStaleAfterMs = 60_000;
/** Tags of all functions are asked for again after this, also where that was refused. */
const tagsStaleAfterMs = 5 * 60_000;
const describesAtOnce = 6;
/**
 * GetFunction is limited to 100 a second in an account, of which what nobody waits for takes half. It also leaves the
 * console's own time to the pages: ten thousand answers in a row of a quick endpoint would hold them up for seconds.
 */
const unaskedPerSecond = 50;
/** So many are described at once before that pace begins: most accounts whole. */
const unaskedAtOnceMax = 100;
/** A runaway marker must not keep us listing for ever: 100,000 functions at 50 a page. */
const pagesMax = 2_000;

const noTags: Tags = {};

interface Described {
  readonly state?: string;
  readonly tags?: Tags;
  readonly lastModified: string;
  readonly at: number;
}

export interface IndexSnapshot {
  readonly rows: readonly FunctionRow[];
  /** False while the very first listing still runs: `rows` holds what has arrived so far. */
  readonly isComplete: boolean;
  /** Milliseconds since 1970 of the last complete listing. */
  readonly fetchedAt: number | undefined;
  /** Why the last listing failed; `rows` are then the last ones known. */
  readonly error: unknown;
}

/**
 * All functions of one connection and Region, held on the server: listed page by page, refreshed in the
 * background when stale, with State and tags (which ListFunctions leaves out) filled in afterwards.
 */
export class FunctionIndex {
  private rows = new Map<string, FunctionRow>();
  private readonly described = new Map<string, Described>();
  private arriving: Map<string, FunctionRow> | undefined;
  private fetchedAt: number | undefined;
  private error: unknown;
  private listing: Promise<void> | undefined;
  /** What GetFunction said of a function stands before this: it is never behind. */
  private tags: ReadonlyMap<string, Tags> | undefined;
  private tagsAskedAt: number | undefined;
  /** Changed here since: their tags may be other ones by now. */
  private readonly changed = new Set<string>();
  /** A row as it was shown last: ten thousand are not made anew for every page. */
  private readonly shown = new WeakMap<FunctionRow, FunctionRow>();
  private readonly queue = new Set<string>();
  private describing = 0;
  private unasked = { left: unaskedAtOnceMax, at: 0 };
  private resting: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly source: FunctionSource;

  constructor(source: FunctionSource) {
    this.source = source;
  }

  /** Whether all functions were listed once. */
  get isComplete(): boolean {
    return this.fetchedAt !== undefined;
  }

  /** What is known now; starts a refresh when that is stale. */
  snapshot(): IndexSnapshot {
    const { isComplete } = this;
    const base = isComplete ? this.rows : (this.arriving ?? this.rows);
    if (!isComplete || this.source.now() - (this.fetchedAt ?? 0) > staleAfterMs) void this.refresh();
    return {
      rows: [...base.values()].map((row) => this.withDescription(row)),
      isComplete,
      fetchedAt: this.fetchedAt,
      error: this.error,
    };
  }

  /** Lists everything again; calls while one runs share it. Never rejects: the outcome is in the snapshot. */
  refresh(): Promise<void> {
    this.listing ??= this.listAll().finally(() => {
      this.listing = undefined;
    });
    return this.listing;
  }

  /** Asks for State and tags of these functions ahead of all others; resolves when each was asked once. */
  async describeNow(names: readonly string[]): Promise<void> {
    const pending = names.filter((name) => this.needsDescription(name));
    // Insertion order is the order of work: what is on screen goes in front of the long tail.
    const rest = [...this.queue].filter((name) => !pending.includes(name));
    this.queue.clear();
    for (const name of [...pending, ...rest]) this.queue.add(name);
    const done = pending.map(
      (name) =>
        new Promise<void>((resolve) => {
          const waiters = this.waiting.get(name) ?? new Set();
          waiters.add(resolve);
          this.waiting.set(name, waiters);
        }),
    );
    this.work();
    await Promise.all(done);
  }

  /** After a change made here: the row is shown at once, without waiting for the next listing. */
  put(row: FunctionRow): void {
    this.described.delete(row.name);
    this.changed.add(row.name);
    this.rows.set(row.name, row);
    this.arriving?.set(row.name, row);
  }

  /** After a deletion made here. */
  remove(name: string): void {
    this.rows.delete(name);
    this.arriving?.delete(name);
    this.described.delete(name);
    this.queue.delete(name);
  }

  private async listAll(): Promise<void> {
    const arriving = new Map<string, FunctionRow>();
    this.arriving = arriving;
    void this.readTags();
    try {
      let marker: string | undefined;
      for (let page = 0; page < pagesMax; page += 1) {
        const { rows, next } = await this.source.listPage(marker);
        for (const row of rows) arriving.set(row.name, row);
        marker = next;
        if (!next) break;
      }
      this.rows = arriving;
      this.fetchedAt = this.source.now();
      this.error = undefined;
      for (const name of this.described.keys()) if (!arriving.has(name)) this.described.delete(name);
      for (const name of arriving.keys()) if (this.needsDescription(name)) this.queue.add(name);
      this.work();
    } catch (error) {
      this.error = error;
    } finally {
      this.arriving = undefined;
    }
  }

  /** A tag filter of a large account works long before each of its functions was described. */
  private async readTags(): Promise<void> {
    const now = this.source.now();
    if (this.tagsAskedAt !== undefined && now - this.tagsAskedAt < tagsStaleAfterMs) return;
    this.tagsAskedAt = now;
    // Not allowed, or not there: the tags come with the descriptions then.
    this.changed.clear();
    this.tags = await this.source.listTags().catch(() => undefined);
  }

  private withDescription(row: FunctionRow): FunctionRow {
    const described = this.described.get(row.name);
    const told = this.changed.has(row.name) ? undefined : this.tags;
    const tags = described?.tags ?? (told && (told.get(row.arn) ?? noTags));
    const known = this.shown.get(row);
    if (known && known.state === described?.state && known.tags === tags) return known;
    const shown = described || tags ? { ...row, state: described?.state, tags } : row;
    this.shown.set(row, shown);
    return shown;
  }

  private needsDescription(name: string): boolean {
    const row = this.rows.get(name) ?? this.arriving?.get(name);
    if (!row) return false;
    const described = this.described.get(name);
    return (
      !described ||
      described.lastModified !== row.lastModified ||
      // A pending function becomes active without being modified.
      described.state === 'Pending' ||
      this.source.now() - described.at > stateStaleAfterMs
    );
  }

  private work(): void {
    while (this.describing < describesAtOnce && this.queue.size > 0) {
      const [name] = this.queue;
      if (name === undefined) return;
      // Those that somebody waits for stand in front and do not rest.
      if (!this.waiting.has(name) && !this.takeUnasked()) return this.rest();
      this.queue.delete(name);
      this.describing += 1;
      void this.describeOne(name).finally(() => {
        this.describing -= 1;
        for (const resolve of this.waiting.get(name) ?? []) resolve();
        this.waiting.delete(name);
        this.work();
      });
    }
  }

  private takeUnasked(): boolean {
    const now = this.source.now();
    const grown = this.unasked.left + ((now - this.unasked.at) / 1000) * unaskedPerSecond;
    this.unasked = { left: Math.min(grown, unaskedAtOnceMax), at: now };
    if (this.unasked.left < 1) return false;
    this.unasked.left -= 1;
    return true;
  }

  private rest(): void {
    if (this.resting) return;
    this.resting = setTimeout(() => {
      this.resting = undefined;
      this.work();
    }, 1000 / unaskedPerSecond);
    this.resting.unref();
  }

  private async describeOne(name: string): Promise<void> {
    const lastModified = (this.rows.get(name) ?? this.arriving?.get(name))?.lastModified;
    if (lastModified === undefined) return;
    try {
      const answer = await this.source.describe(name);
      if (answer) this.described.set(name, { ...answer, lastModified, at: this.source.now() });
      else this.remove(name);
    } catch {
      // Not allowed to, or not reachable now: the cell stays a dash and the next listing asks again. Recording
      // the attempt keeps a refused permission from being asked for 10,000 times a minute.
      this.described.set(name, { lastModified, at: this.source.now() });
    }
  }
}
