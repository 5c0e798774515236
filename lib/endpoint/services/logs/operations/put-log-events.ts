import type { PutLogEventsRequest, PutLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow, findStreamOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';
import { assertNames } from '../rules/names.ts';
import { checkEvents } from '../rules/put-events.ts';

/** Sequence tokens are accepted and not needed, as in AWS since 2023. */
export function putLogEvents({
  repository,
  writer,
  now,
}: LogsParts): Operation<Given<PutLogEventsRequest>, PutLogEventsResponse> {
  return (input, context) => {
    assertNames(input);
    writer.flush();
    const group = findGroupOrThrow(repository, context, { logGroupName: input.logGroupName });
    const stream = findStreamOrThrow(repository, group, input.logStreamName);
    const checked = checkEvents(input.logEvents, { nowMs: now(), retentionDays: group.retentionDays });
    if (checked.accepted.length > 0) writer.put(group, stream, checked.accepted);
    const rejected = {
      ...(checked.tooNewStartIndex !== undefined && { tooNewLogEventStartIndex: checked.tooNewStartIndex }),
      ...(checked.tooOldEndIndex !== undefined && { tooOldLogEventEndIndex: checked.tooOldEndIndex }),
      ...(checked.expiredEndIndex !== undefined && { expiredLogEventEndIndex: checked.expiredEndIndex }),
    };
    return {
      nextSequenceToken: String(now()).padStart(56, '0'),
      ...(Object.keys(rejected).length > 0 && { rejectedLogEventsInfo: rejected }),
    };
  };
}
