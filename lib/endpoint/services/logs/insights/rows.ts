import { embeddedJson, flattenJson, jsonField, lambdaFields, lambdaFieldsOf } from './discover.ts';
import { Moment, type Value } from './values.ts';

/** What commands read and write. */
export interface Row {
  get(name: string): Value;
  set(name: string, value: Value): void;
  /** When its event happened; of a row of `stats`, 0. */
  readonly timestampMs: number;
  /** By which GetLogRecord finds the event; a row of `stats` has none. */
  readonly pointer: string | undefined;
  /** Characters of its event's message. */
  readonly size: number;
  keep(): void;
}

/** One event as it lies in the store. */
export interface StoredEvent {
  readonly id: number;
  readonly timestampMs: number;
  readonly ingestedMs: number;
  readonly message: string;
}

/** Where events come from; most rows of a query share one. */
export interface EventSource {
  readonly streamName: string;
  /** `account:group`. */
  readonly log: string;
}

const systemFields = ['@ingestionTime', '@log', '@logStream', '@message', '@timestamp'];

/** A row of the log: fields are discovered when they are asked for, and once. */
export class EventRow implements Row {
  readonly #event: StoredEvent;
  readonly #source: EventSource;
  #message: string;
  #given: Map<string, Value> | undefined;
  #lambda: Map<string, Value> | undefined;
  #json: Record<string, unknown> | undefined | null = null;

  constructor(event: StoredEvent, source: EventSource) {
    this.#event = event;
    this.#source = source;
    this.#message = event.message;
  }

  get timestampMs(): number {
    return this.#event.timestampMs;
  }

  get pointer(): string {
    return writePointer(this.#event.id);
  }

  get size(): number {
    return this.#message.length;
  }

  /** For a row that outlives the read it came with. */
  keep(): void {
    this.#message = ownText(this.#message);
  }

  get(name: string): Value {
    if (this.#given?.has(name)) return this.#given.get(name);
    switch (name) {
      case '@message':
        return this.#message;
      case '@timestamp':
        return new Moment(this.#event.timestampMs);
      case '@ingestionTime':
        return new Moment(this.#event.ingestedMs);
      case '@logStream':
        return this.#source.streamName;
      case '@log':
        return this.#source.log;
      case '@ptr':
        return this.pointer;
    }
    if (lambdaFields.has(name)) {
      this.#lambda ??= lambdaFieldsOf(this.#message);
      return this.#lambda.get(name);
    }
    if (this.#json === null) this.#json = embeddedJson(this.#message);
    return this.#json && jsonField(this.#json, name);
  }

  set(name: string, value: Value): void {
    this.#given ??= new Map();
    this.#given.set(name, value);
  }

  /** Every field that the event has. */
  all(): Map<string, Value> {
    const json = embeddedJson(this.#message);
    return new Map([
      ...systemFields.map((name) => [name, this.get(name)] as const),
      ...lambdaFieldsOf(this.#message),
      ...(json ? flattenJson(json) : []),
    ]);
  }
}

/** A row that `stats` made. */
export class GroupRow implements Row {
  readonly timestampMs = 0;
  readonly pointer = undefined;
  readonly size = 0;
  readonly #values = new Map<string, Value>();

  get(name: string): Value {
    return this.#values.get(name);
  }

  set(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  keep(): void {
    // Its values are its own already.
  }
}

/**
 * The same text in memory of its own. What is cut out of a longer text keeps that whole text alive: here all the messages
 * of one read.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}

/** `@ptr`, by which GetLogRecord finds an event again. */
export function writePointer(eventId: number): string {
  return Buffer.from(`lambdeck:${eventId}`).toString('base64');
}

export function readPointer(pointer: string): number | undefined {
  const found = /^lambdeck:(\d{1,15})$/.exec(Buffer.from(pointer, 'base64').toString('latin1'));
  return found ? Number(found[1]) : undefined;
}
