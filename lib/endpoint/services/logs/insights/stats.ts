import { createAggregate, type Aggregate } from './aggregates.ts';
import type { Budget } from './budget.ts';
import { compile, type Evaluate } from './compile.ts';
import { GroupRow, ownText, type Row } from './rows.ts';
import type { Stage } from './stages.ts';
import type { Command } from './syntax.ts';
import { Moment, toText, type Value } from './values.ts';

interface Slot {
  readonly name: string;
  readonly hasParameter: boolean;
  readonly value: Evaluate;
  readonly second: Evaluate;
}

interface Group {
  readonly by: readonly Value[];
  readonly aggregates: readonly Aggregate[];
}

const nothing: Evaluate = () => undefined;

/** `stats … by …`: one row a group, in the order in which the groups were met. */
export class GroupStage implements Stage {
  readonly #next: Stage;
  readonly #budget: Budget;
  readonly #slots: Slot[] = [];
  readonly #by: readonly { readonly name: string; readonly evaluate: Evaluate }[];
  readonly #columns: readonly { readonly name: string; readonly evaluate: Evaluate }[];
  readonly #groups = new Map<string | number, Group>();
  #current: readonly Aggregate[] = [];

  constructor(command: Extract<Command, { kind: 'stats' }>, next: Stage, budget: Budget) {
    this.#next = next;
    this.#budget = budget;
    this.#by = command.by.map(({ name, expression }) => ({ name, evaluate: compile(expression) }));
    this.#columns = command.columns.map(({ name, expression }) => ({
      name,
      evaluate: compile(expression, (call) => {
        const [value, second] = call.parameters;
        const index = this.#slots.length;
        this.#slots.push({
          name: call.name,
          hasParameter: value !== undefined,
          value: value ? compile(value) : nothing,
          second: second ? compile(second) : nothing,
        });
        return () => this.#current[index]?.result();
      }),
    }));
  }

  push(row: Row): void {
    const by = this.#by.map(({ evaluate }) => evaluate(row));
    const key = keyOf(by);
    let group = this.#groups.get(key);
    if (!group) {
      const keyLength = typeof key === 'string' ? key.length : 0;
      this.#budget.take(4 + 4 * this.#slots.length + Math.floor(keyLength / 50));
      const aggregates = this.#slots.map(({ name, hasParameter }) =>
        createAggregate(name, hasParameter, this.#budget),
      );
      group = { by: by.map(ownValue), aggregates };
      this.#groups.set(typeof key === 'string' ? ownText(key) : key, group);
    }
    for (const [index, aggregate] of group.aggregates.entries()) {
      const slot = this.#slots[index];
      if (slot) aggregate.add(slot.value(row), slot.second(row), row.timestampMs);
    }
  }

  end(): void {
    // Without `by` there is one row even of no events: count(*) is 0.
    if (this.#by.length === 0 && this.#groups.size === 0) {
      const aggregates = this.#slots.map(({ name, hasParameter }) =>
        createAggregate(name, hasParameter, this.#budget),
      );
      this.#groups.set('', { by: [], aggregates });
    }
    for (const group of this.#groups.values()) {
      const row = new GroupRow();
      for (const [index, { name }] of this.#by.entries()) row.set(name, group.by[index]);
      this.#current = group.aggregates;
      for (const { name, evaluate } of this.#columns) row.set(name, evaluate(row));
      this.#next.push(row);
    }
    this.#next.end();
  }
}

function keyOf(values: readonly Value[]): string | number {
  const [only] = values;
  if (values.length === 1 && only instanceof Moment) return only.ms;
  if (values.length === 1) return toText(only) ?? '\u0000';
  return values.length === 0 ? '' : JSON.stringify(values.map((value) => toText(value) ?? null));
}

function ownValue(value: Value): Value {
  return typeof value === 'string' ? ownText(value) : value;
}
