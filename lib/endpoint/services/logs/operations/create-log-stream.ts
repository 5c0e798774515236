import type { CreateLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { alreadyExists } from '../errors.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';
import { assertNames } from '../rules/names.ts';

export function createLogStream({
  repository,
  writer,
  now,
}: LogsParts): Operation<Given<CreateLogStreamRequest>, object> {
  return (input, context) => {
    assertNames(input);
    writer.flush();
    repository.transaction(() => {
      const group = findGroupOrThrow(repository, context, { logGroupName: input.logGroupName });
      if (repository.findStream(group.id, input.logStreamName)) throw alreadyExists('log stream');
      repository.insertStream(group.id, input.logStreamName, now());
    });
    return {};
  };
}
