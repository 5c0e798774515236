import type { ListTopicsInput, ListTopicsResponse } from '@aws-sdk/client-sns';
import type { Operation } from '../../service.ts';
import { topicArn } from '../names.ts';
import type { SnsParts } from '../parts.ts';
import { pageSize, readPageToken, toPage } from '../rules/page-token.ts';

export function listTopics({ repository }: SnsParts): Operation<ListTopicsInput, ListTopicsResponse> {
  return (input, context) => {
    const found = repository.pageOfTopics(context, readPageToken(input.NextToken), pageSize + 1);
    const { page, ...next } = toPage(found, ({ name }) => name);
    return { Topics: page.map((topic) => ({ TopicArn: topicArn(topic) })), ...next };
  };
}
