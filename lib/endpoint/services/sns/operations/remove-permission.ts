import type { RemovePermissionInput } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { findTopicOrThrow } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { policyOf } from '../rules/topic-attributes.ts';

/** A label that is not there is no mistake. */
export function removePermission({
  repository,
  commits,
}: SnsParts): Operation<Given<RemovePermissionInput>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const topic = findTopicOrThrow(repository, input.TopicArn, context);
      const policy = policyOf(topic);
      const Statement = policy.Statement.filter(({ Sid }) => Sid !== input.Label);
      const Policy = JSON.stringify({ ...policy, Statement });
      repository.putTopic({ ...topic, attributes: { ...topic.attributes, Policy } });
    });
    return {};
  };
}
