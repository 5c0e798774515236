import type { DeleteLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';

export function deleteLogGroup({
  repository,
  writer,
}: LogsParts): Operation<Given<DeleteLogGroupRequest>, object> {
  return (input, context) => {
    // What was written before belongs to the group that goes, not to a new one of the same name.
    writer.flush();
    repository.transaction(() => repository.deleteGroup(findGroupOrThrow(repository, context, input).id));
    return {};
  };
}
