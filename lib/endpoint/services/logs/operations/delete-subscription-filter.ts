import type { DeleteSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';

export function deleteSubscriptionFilter({
  repository,
  writer,
}: LogsParts): Operation<Given<DeleteSubscriptionFilterRequest>, object> {
  return (input, context) => {
    writer.flush();
    const group = findGroupOrThrow(repository, context, { logGroupName: input.logGroupName });
    if (!repository.deleteSubscription(group.id, input.filterName)) {
      throw new ServiceError(
        'ResourceNotFoundException',
        400,
        'The specified subscription filter does not exist.',
      );
    }
    return {};
  };
}
