import type { DeleteRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';

export function deleteRetentionPolicy({
  repository,
  writer,
}: LogsParts): Operation<Given<DeleteRetentionPolicyRequest>, object> {
  return (input, context) => {
    writer.flush();
    repository.transaction(() =>
      repository.setRetention(findGroupOrThrow(repository, context, input).id, null),
    );
    return {};
  };
}
