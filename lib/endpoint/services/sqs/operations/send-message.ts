import type { SendMessageRequest, SendMessageResult } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';
import { sentOutput } from '../output.ts';
import { checkMessage, storeMessage, traceHeaderOf } from '../sending.ts';

export function sendMessage(parts: SqsParts): Operation<Given<SendMessageRequest>, SendMessageResult> {
  const { repository, commits, clock, arrivals } = parts;
  return async (input, context) => {
    const queue = findQueueByUrl(repository, input.QueueUrl, context);
    const message = checkMessage(queue, input, {
      senderId: context.accountId,
      nowMs: clock.now(),
      traceHeader: traceHeaderOf(context.headers),
    });
    const sent = await commits.run(() =>
      // Asked again: the queue may have been deleted since.
      storeMessage(parts, findQueueByUrl(repository, input.QueueUrl, context), message),
    );
    arrivals.notify(queue.id);
    return sentOutput(sent, input.MessageSystemAttributes);
  };
}
