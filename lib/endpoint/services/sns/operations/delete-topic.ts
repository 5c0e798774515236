import type { DeleteTopicInput } from '@aws-sdk/client-sns';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { readTopicArn } from '../names.ts';
import type { SnsParts } from '../parts.ts';

/** With its subscriptions; a topic that is not there is no mistake. */
export function deleteTopic({ repository, commits }: SnsParts): Operation<Given<DeleteTopicInput>, object> {
  return async (input, { accountId, region }) => {
    const key = readTopicArn(input.TopicArn);
    if (!key) throw invalidParameter('TopicArn');
    if (key.accountId === accountId && key.region === region)
      await commits.run(() => repository.deleteTopic(key));
    return {};
  };
}
