import type { PutEventsRequest, PutEventsResponse } from '@aws-sdk/client-eventbridge';
import { notImplemented, ServiceError } from '../../../errors.ts';
import type { Given, Operation, RequestContext } from '../../service.ts';
import { validationException } from '../errors.ts';
import { findBusOrThrow } from '../names.ts';
import { entryBytes, entryBytesMax, printEntries, readEntry } from '../putting.ts';
import type { BusRecord } from '../records.ts';
import { routeEvent } from '../routing.ts';
import { assertCount } from '../rules/constraints.ts';
import type { EventsParts } from '../parts.ts';

export function putEvents(parts: EventsParts): Operation<Given<PutEventsRequest>, PutEventsResponse> {
  const { commits, clock, deliveries } = parts;
  return async (input, context) => {
    if (input.EndpointId !== undefined) throw notImplemented('A global endpoint');
    assertCount(input.Entries, 'entries', 10, () => printEntries(input.Entries));
    if (input.Entries.reduce((sum, entry) => sum + entryBytes(entry), 0) > entryBytesMax)
      throw validationException('Total size of the entries in the request is over the limit.');
    const nowMs = clock.now();
    const read = input.Entries.map((entry) => ({
      traceHeader: entry.TraceHeader ?? context.headers['x-amzn-trace-id'],
      bus: reachableBus(parts, entry.EventBusName, context),
      event: readEntry(entry, context, nowMs),
    }));
    await commits.run(() => {
      for (const { bus, event, traceHeader } of read)
        if (bus && !('ErrorCode' in event)) routeEvent(parts, bus, event, { traceHeader, hops: 0 });
    });
    deliveries.pump();
    return {
      FailedEntryCount: read.filter(({ event }) => 'ErrorCode' in event).length,
      Entries: read.map(({ event }) => ('ErrorCode' in event ? event : { EventId: event.id })),
    };
  };
}

/** Events for a bus that does not exist go nowhere: AWS does not tell. */
function reachableBus(
  { repository, logger }: EventsParts,
  name: string | undefined,
  context: RequestContext,
): BusRecord | undefined {
  try {
    return findBusOrThrow(repository, name, context);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    logger.warn({ bus: name }, 'An event was dropped: its event bus does not exist');
    return undefined;
  }
}
