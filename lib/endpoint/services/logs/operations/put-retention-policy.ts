import type { PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';

/** Source: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentionDaysChoices = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export function putRetentionPolicy({
  repository,
  writer,
}: LogsParts): Operation<Given<PutRetentionPolicyRequest>, object> {
  return (input, context) => {
    const days = input.retentionInDays;
    if (!retentionDaysChoices.includes(days)) {
      throw invalidParameter(
        `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: ` +
          `Member must satisfy enum value set: [${retentionDaysChoices.join(', ')}]`,
      );
    }
    writer.flush();
    repository.transaction(() =>
      repository.setRetention(findGroupOrThrow(repository, context, input).id, days),
    );
    return {};
  };
}
