import type { PublishInput, PublishResponse } from '@aws-sdk/client-sns';
import { notImplemented } from '../../../errors.ts';
import type { Operation } from '../../service.ts';
import { invalidParameter } from '../errors.ts';
import { findTopicOrThrow } from '../names.ts';
import { sentOutput } from '../output.ts';
import type { SnsParts } from '../parts.ts';
import { checkNotification, storeNotification } from '../publishing.ts';

export function publish(parts: SnsParts): Operation<PublishInput, PublishResponse> {
  const { repository, commits, deliveries, clock } = parts;
  return async (input, context) => {
    if (input.PhoneNumber !== undefined) throw notImplemented('Publishing to a phone number');
    const arn = input.TopicArn ?? input.TargetArn;
    if (arn === undefined)
      throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter');
    const parameter = input.TopicArn === undefined ? 'TargetArn' : 'TopicArn';
    const topic = findTopicOrThrow(repository, arn, context, parameter);
    const notification = checkNotification(topic, input, clock.now(), context.headers['x-amzn-trace-id']);
    const sent = await commits.run(() =>
      storeNotification(parts, findTopicOrThrow(repository, arn, context), notification),
    );
    deliveries.pump();
    return sentOutput(sent);
  };
}
