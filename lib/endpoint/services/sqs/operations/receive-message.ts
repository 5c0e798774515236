import type { ReceiveMessageRequest, ReceiveMessageResult } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { invalidParameterValue } from '../errors.ts';
import { messageOutput } from '../output.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';
import { receiveMessages } from '../receiving.ts';
import { secondsOf } from '../rules/queue-attributes.ts';
import { assertVisibility } from '../rules/visibility.ts';

const waitSecondsMax = 20;

export function receiveMessage(
  parts: SqsParts,
): Operation<Given<ReceiveMessageRequest>, ReceiveMessageResult> {
  return async (input, context) => {
    const find = () => findQueueByUrl(parts.repository, input.QueueUrl, context);
    const queue = find();
    const countMax = input.MaxNumberOfMessages ?? 1;
    if (countMax < 1 || countMax > 10) {
      throw invalidParameterValue(
        `Value ${countMax} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.`,
      );
    }
    const waitSeconds = input.WaitTimeSeconds ?? secondsOf(queue, 'ReceiveMessageWaitTimeSeconds');
    if (waitSeconds < 0 || waitSeconds > waitSecondsMax) {
      throw invalidParameterValue(
        `Value ${waitSeconds} for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= ${waitSecondsMax}, if provided.`,
      );
    }
    assertVisibility(input.VisibilityTimeout);
    const received = await receiveMessages(parts, find, {
      countMax,
      visibilitySeconds: input.VisibilityTimeout ?? secondsOf(queue, 'VisibilityTimeout'),
      waitMs: waitSeconds * 1000,
      signal: context.signal,
    });
    const asked = {
      system: [...(input.AttributeNames ?? []), ...(input.MessageSystemAttributeNames ?? [])],
      user: input.MessageAttributeNames ?? [],
    };
    if (received.length === 0) return {};
    return { Messages: received.map((message) => messageOutput(message, queue.name, asked)) };
  };
}
