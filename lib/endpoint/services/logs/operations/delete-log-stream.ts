import type { DeleteLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow, findStreamOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';

export function deleteLogStream({
  repository,
  writer,
}: LogsParts): Operation<Given<DeleteLogStreamRequest>, object> {
  return (input, context) => {
    writer.flush();
    repository.transaction(() => {
      const group = findGroupOrThrow(repository, context, { logGroupName: input.logGroupName });
      repository.deleteStream(findStreamOrThrow(repository, group, input.logStreamName).id);
    });
    return {};
  };
}
