import type {
  DescribeSubscriptionFiltersRequest,
  DescribeSubscriptionFiltersResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';

/** A group has two at most: there is one page. */
export function describeSubscriptionFilters({
  repository,
  writer,
}: LogsParts): Operation<Given<DescribeSubscriptionFiltersRequest>, DescribeSubscriptionFiltersResponse> {
  return (input, context) => {
    writer.flush();
    const group = findGroupOrThrow(repository, context, { logGroupName: input.logGroupName });
    const found = repository
      .subscriptionsOf(group.id)
      .filter(({ name }) => name.startsWith(input.filterNamePrefix ?? ''));
    return {
      subscriptionFilters: found.map(({ name, pattern, destinationArn, createdMs }) => ({
        filterName: name,
        logGroupName: group.name,
        filterPattern: pattern,
        destinationArn,
        distribution: 'ByLogStream',
        applyOnTransformedLogs: false,
        creationTime: createdMs,
      })),
    };
  };
}
