import type { AddPermissionInput } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { findTopicOrThrow, topicArn } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { policyOf } from '../rules/topic-attributes.ts';

const actions = new Set([
  'GetTopicAttributes',
  'SetTopicAttributes',
  'AddPermission',
  'RemovePermission',
  'DeleteTopic',
  'Subscribe',
  'ListSubscriptionsByTopic',
  'Publish',
  'Receive',
]);

export function addPermission({
  repository,
  commits,
}: SnsParts): Operation<Given<AddPermissionInput>, object> {
  return async (input, context) => {
    if (input.ActionName.some((name) => !actions.has(name)))
      throw invalidParameter('Policy statement action out of service scope!');
    const one = <T>(list: readonly T[]) => (list.length === 1 ? list[0] : list);
    await commits.run(() => {
      const topic = findTopicOrThrow(repository, input.TopicArn, context);
      const policy = policyOf(topic);
      if (policy.Statement.some(({ Sid }) => Sid === input.Label))
        throw invalidParameter('Statement already exists');
      const statement = {
        Sid: input.Label,
        Effect: 'Allow',
        Principal: { AWS: one(input.AWSAccountId.map((id) => `arn:aws:iam::${id}:root`)) },
        Action: one(input.ActionName.map((name) => `SNS:${name}`)),
        Resource: topicArn(topic),
      };
      const Policy = JSON.stringify({ ...policy, Statement: [...policy.Statement, statement] });
      repository.putTopic({ ...topic, attributes: { ...topic.attributes, Policy } });
    });
    return {};
  };
}
