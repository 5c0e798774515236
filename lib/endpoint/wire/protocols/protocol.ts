import type { ServiceError } from '../../errors.ts';
import type { OperationModel, ServiceModel } from '../aws-schema.ts';
import type { CatalogueEntry } from '../catalogue.ts';
import type { Parameters } from '../form.ts';
import type { WireReply } from '../message.ts';

/** A request whose operation is known and whose body has been read, or is to be streamed. */
export interface ProtocolRequest {
  readonly labels: ReadonlyMap<string, string>;
  /** Of the URL. */
  readonly query: Parameters;
  /** Of the query protocols: body, or URL when the body is empty. */
  readonly form: Parameters;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface AnswerContext {
  readonly requestId: string;
  /** Hears of a failure after the first byte of a stream. */
  onStreamError(error: unknown): void;
}

/** Where an error came up: the service may be one this endpoint does not have. */
export interface ErrorContext {
  readonly requestId: string;
  readonly entry: CatalogueEntry | undefined;
  readonly model: ServiceModel | undefined;
  readonly method: string;
}

/** One of AWS's wire protocols, for any operation. */
export interface Protocol {
  /** Throws a SerializationException for what does not fit the schema. */
  readInput(operation: OperationModel, request: ProtocolRequest): unknown;
  writeOutput(
    service: ServiceModel,
    operation: OperationModel,
    output: unknown,
    context: AnswerContext,
  ): WireReply | Promise<WireReply>;
  writeError(error: ServiceError, context: ErrorContext): WireReply | Promise<WireReply>;
}

export const NO_BYTES = new Uint8Array();
/** Stands for the request that has no body, or whose operation reads none. */
export function bytesOf(request: ProtocolRequest): Uint8Array {
  return request.body instanceof Uint8Array ? request.body : NO_BYTES;
}

/** The async iterable an operation gave for its event stream; throws a TypeError when it gave none. */
export function eventsOf(operation: OperationModel, output: unknown): AsyncIterable<unknown> {
  const name = operation.eventStream?.name ?? '';
  const events = (output as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof events !== 'object' || events === null || !(Symbol.asyncIterator in events))
    throw new TypeError(`${operation.name} gave no async iterable as ${name}.`);
  return events as AsyncIterable<unknown>;
}
