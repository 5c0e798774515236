import type { GetLogRecordRequest, GetLogRecordResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter, recordNotFound } from '../errors.ts';
import { EventRow, readPointer } from '../insights/rows.ts';
import { toText } from '../insights/values.ts';
import type { LogsParts } from '../parts.ts';

/** Every field of the event to which `@ptr` of a query's result leads. Nothing is masked here, so nothing unmasked. */
export function getLogRecord({
  repository,
}: LogsParts): Operation<Given<GetLogRecordRequest>, GetLogRecordResponse> {
  return (input, context) => {
    const eventId = readPointer(input.logRecordPointer);
    if (eventId === undefined) throw invalidParameter('The specified log record pointer is invalid.');
    const event = repository.findEvent(eventId);
    const group = event && repository.findGroupById(event.groupId);
    const streamName = event && repository.findStreamName(event.streamId);
    // Another account's event is as good as none.
    const isOurs = group?.accountId === context.accountId && group.region === context.region;
    if (!event || !isOurs || streamName === undefined) throw recordNotFound();
    const log = `${group.accountId}:${group.name}`;
    const logRecord: Record<string, string> = {};
    for (const [name, value] of new EventRow(event, { streamName, log }).all()) {
      const text = toText(value);
      if (text !== undefined) logRecord[name] = text;
    }
    return { logRecord: { ...logRecord, '@ptr': input.logRecordPointer } };
  };
}
