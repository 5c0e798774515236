import type { Budget } from './budget.ts';
import { compile, type Evaluate } from './compile.ts';
import type { Row } from './rows.ts';
import { GroupStage } from './stats.ts';
import type { Command, Named } from './syntax.ts';
import { compareValues, isTrue, toText, type Value } from './values.ts';

/** A place that rows pass. After the last row `end` is called once. */
export interface Stage {
  push(row: Row): void;
  end(): void;
}

export interface StageContext {
  readonly budget: Budget;
  /** Rows that the result may have. */
  readonly limit: number;
}

/** The stages of a query's commands, the last of which hands its rows to `sink`. */
export function buildStages(commands: readonly Command[], sink: Stage, context: StageContext): Stage {
  let next = sink;
  for (const [index, command] of [...commands.entries()].reverse()) {
    next = buildStage(command, next, context, rowsWanted(commands.slice(index + 1), context.limit));
  }
  return next;
}

/** How many rows can still matter when what follows only shows and limits; undefined when all can. */
function rowsWanted(following: readonly Command[], limit: number): number | undefined {
  for (const command of following) {
    if (command.kind === 'limit') return Math.min(command.count, limit);
    if (command.kind !== 'fields' && command.kind !== 'display') return undefined;
  }
  return limit;
}

function buildStage(command: Command, next: Stage, context: StageContext, wanted: number | undefined): Stage {
  switch (command.kind) {
    case 'fields':
    case 'display':
      return columnsStage(command.columns, next);
    case 'filter': {
      const condition = compile(command.condition);
      return passing(next, (row) => {
        if (isTrue(condition(row))) next.push(row);
      });
    }
    case 'parse':
      return parseStage(compile(command.value), command.glob.split('*'), command.names, next);
    case 'parse-regex':
      return parseRegexStage(compile(command.value), new RegExp(command.source, command.flags), next);
    case 'stats':
      return new GroupStage(command, next, context.budget);
    case 'sort':
      return new SortStage(
        command.keys.map((key) => ({ ...key, evaluate: compile(key.expression) })),
        next,
        context.budget,
        wanted,
      );
    case 'dedup':
      return dedupStage(
        command.names.map((name) => compile(name)),
        next,
        context.budget,
      );
    case 'limit':
      return limitStage(command.count, next);
  }
}

function passing(next: Stage, push: (row: Row) => void): Stage {
  return { push, end: () => next.end() };
}

/** Only what is not simply a field of the row must be worked out. */
function columnsStage(columns: readonly Named[], next: Stage): Stage {
  const computed = columns
    .filter(({ name, expression }) => expression.kind !== 'field' || expression.name !== name)
    .map(({ name, expression }) => ({ name, evaluate: compile(expression) }));
  if (computed.length === 0) return next;
  return passing(next, (row) => {
    for (const { name, evaluate } of computed) row.set(name, evaluate(row));
    next.push(row);
  });
}

/** Each wildcard is as short as the text after it allows; the last takes the rest. In time linear to the text. */
function parseStage(
  value: Evaluate,
  pieces: readonly string[],
  names: readonly string[],
  next: Stage,
): Stage {
  return passing(next, (row) => {
    const text = toText(value(row));
    const found = text === undefined ? undefined : matchGlob(text, pieces);
    for (const [index, name] of names.entries()) row.set(name, found?.[index]);
    next.push(row);
  });
}

export function matchGlob(text: string, pieces: readonly string[]): string[] | undefined {
  const [first = '', ...rest] = pieces;
  const start = text.indexOf(first);
  if (start === -1) return undefined;
  let at = start + first.length;
  const found: string[] = [];
  for (const [index, piece] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const end = isLast && piece === '' ? text.length : text.indexOf(piece, at);
    if (end === -1) return undefined;
    found.push(text.slice(at, end));
    at = end + piece.length;
  }
  return found;
}

function parseRegexStage(value: Evaluate, regex: RegExp, next: Stage): Stage {
  const names = [...regex.source.matchAll(/\(\?<([^>=!]+)>/g)].map((match) => match[1] ?? '');
  return passing(next, (row) => {
    const text = toText(value(row));
    const groups = text === undefined ? undefined : regex.exec(text)?.groups;
    for (const name of names) row.set(name, groups?.[name]);
    next.push(row);
  });
}

/** The first row of each combination stays; rows without one of the fields all do. */
function dedupStage(names: readonly Evaluate[], next: Stage, budget: Budget): Stage {
  const seen = new Set<string>();
  return passing(next, (row) => {
    const values = names.map((name) => toText(name(row)));
    if (values.includes(undefined)) return next.push(row);
    const key = JSON.stringify(values);
    if (seen.has(key)) return;
    budget.take(1 + Math.floor(key.length / 100));
    seen.add(key);
    next.push(row);
  });
}

function limitStage(count: number, next: Stage): Stage {
  let left = count;
  return passing(next, (row) => {
    if (left <= 0) return;
    left -= 1;
    next.push(row);
  });
}

interface SortKey {
  readonly evaluate: Evaluate;
  readonly isDescending: boolean;
}

interface Kept {
  readonly row: Row;
  readonly keys: readonly Value[];
  readonly order: number;
  readonly cells: number;
}

/** Keeps what can still be among the first rows: where a limit follows, twice as many as it at most. */
export class SortStage implements Stage {
  readonly #keys: readonly SortKey[];
  readonly #next: Stage;
  readonly #budget: Budget;
  readonly #wanted: number | undefined;
  #kept: Kept[] = [];
  /** The last of the rows that can still be shown, once there are more. */
  #last: Kept | undefined;
  #count = 0;

  constructor(keys: readonly SortKey[], next: Stage, budget: Budget, wanted: number | undefined) {
    this.#keys = keys;
    this.#next = next;
    this.#budget = budget;
    this.#wanted = wanted;
  }

  push(row: Row): void {
    this.#count += 1;
    const keys = this.#keys.map(({ evaluate }) => evaluate(row));
    const kept = { row, keys, order: this.#count, cells: cellsOf(row) };
    // Most rows of a long log come after the last that can still be shown.
    if (this.#last && this.#compare(kept, this.#last) > 0) return;
    this.#budget.take(kept.cells);
    row.keep();
    this.#kept.push(kept);
    if (this.#wanted !== undefined && this.#kept.length >= 2 * this.#wanted + 100) {
      this.#prune(this.#wanted);
      this.#last = this.#kept.at(-1);
    }
  }

  end(): void {
    this.#prune(this.#wanted ?? this.#kept.length);
    for (const { row } of this.#kept) this.#next.push(row);
    this.#next.end();
  }

  #prune(count: number): void {
    this.#kept.sort((left, right) => this.#compare(left, right));
    for (const { cells } of this.#kept.splice(count)) this.#budget.give(cells);
  }

  #compare(left: Kept, right: Kept): number {
    for (const [index, { isDescending }] of this.#keys.entries()) {
      const order = compareValues(left.keys[index], right.keys[index]);
      if (order !== 0) return isDescending ? -order : order;
    }
    return left.order - right.order;
  }
}

/** A row that is kept weighs what its message does. */
function cellsOf(row: Row): number {
  return 4 + Math.floor(row.size / 100);
}
