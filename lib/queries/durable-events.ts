import 'server-only';
import type { ErrorObject, Event } from '@aws-sdk/client-lambda';
import type { DurableEvent } from '@/lib/domain/durable-operations';

/** A line of an event history. */
export interface ShownEvent {
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly at: string | undefined;
  /** What the event carries, as JSON. */
  readonly data: string;
  /** AWS kept less of the data than there was, or the page shows less. */
  readonly isTruncated: boolean;
}

const dataShownMax = 20_000;

/** Of an event's details there is one, named like its type. */
function detailsOf(event: Event): Readonly<Record<string, unknown>> {
  const found: unknown = Object.entries(event).find(([name]) => name.endsWith('Details'))?.[1];
  return (found ?? {}) as Readonly<Record<string, unknown>>;
}

const words = (error: ErrorObject | undefined) =>
  [error?.ErrorType, error?.ErrorMessage].filter(Boolean).join(': ') || undefined;

/** What the tree of operations is made of. */
export function toDurableEvent(event: Event): DurableEvent {
  const retry = event.StepFailedDetails?.RetryDetails ?? event.StepSucceededDetails?.RetryDetails;
  const { Error: failure } = detailsOf(event) as { Error?: { Payload?: ErrorObject } };
  return {
    eventId: event.EventId ?? 0,
    type: event.EventType ?? '',
    operationId: event.Id,
    parentId: event.ParentId,
    name: event.Name ?? '',
    subType: event.SubType ?? '',
    at: event.EventTimestamp?.toISOString(),
    attempt: retry?.CurrentAttempt,
    nextAttemptSeconds: event.StepFailedDetails?.RetryDetails?.NextAttemptDelaySeconds,
    waitsUntil: event.WaitStartedDetails?.ScheduledEndTimestamp?.toISOString(),
    callbackId: event.CallbackStartedDetails?.CallbackId,
    childArn: event.ChainedInvokeStartedDetails?.DurableExecutionArn,
    error: words(failure?.Payload),
  };
}

const isCut = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('Truncated' in value && value.Truncated === true) || Object.values(value).some(isCut));

/** A line of the history, with its data. */
export function toShownEvent(event: Event): ShownEvent {
  const details = detailsOf(event);
  const data = Object.keys(details).length === 0 ? '' : JSON.stringify(details);
  return {
    id: event.EventId ?? 0,
    type: event.EventType ?? '',
    name: event.Name ?? '',
    at: event.EventTimestamp?.toISOString(),
    data: data.slice(0, dataShownMax),
    isTruncated: data.length > dataShownMax || isCut(details),
  };
}
