// Written by lib/tools/generate-operations.ts; do not edit.
import { changeMessageVisibilityBatch } from '../operations/change-message-visibility-batch.ts';
import { changeMessageVisibility } from '../operations/change-message-visibility.ts';
import { createQueue } from '../operations/create-queue.ts';
import { deleteMessageBatch } from '../operations/delete-message-batch.ts';
import { deleteMessage } from '../operations/delete-message.ts';
import { deleteQueue } from '../operations/delete-queue.ts';
import { getQueueAttributes } from '../operations/get-queue-attributes.ts';
import { getQueueUrl } from '../operations/get-queue-url.ts';
import { listDeadLetterSourceQueues } from '../operations/list-dead-letter-source-queues.ts';
import { listQueueTags } from '../operations/list-queue-tags.ts';
import { listQueues } from '../operations/list-queues.ts';
import { purgeQueue } from '../operations/purge-queue.ts';
import { receiveMessage } from '../operations/receive-message.ts';
import { sendMessageBatch } from '../operations/send-message-batch.ts';
import { sendMessage } from '../operations/send-message.ts';
import { setQueueAttributes } from '../operations/set-queue-attributes.ts';
import { tagQueue } from '../operations/tag-queue.ts';
import { untagQueue } from '../operations/untag-queue.ts';

export const operations = {
  ChangeMessageVisibilityBatch: changeMessageVisibilityBatch,
  ChangeMessageVisibility: changeMessageVisibility,
  CreateQueue: createQueue,
  DeleteMessageBatch: deleteMessageBatch,
  DeleteMessage: deleteMessage,
  DeleteQueue: deleteQueue,
  GetQueueAttributes: getQueueAttributes,
  GetQueueUrl: getQueueUrl,
  ListDeadLetterSourceQueues: listDeadLetterSourceQueues,
  ListQueueTags: listQueueTags,
  ListQueues: listQueues,
  PurgeQueue: purgeQueue,
  ReceiveMessage: receiveMessage,
  SendMessageBatch: sendMessageBatch,
  SendMessage: sendMessage,
  SetQueueAttributes: setQueueAttributes,
  TagQueue: tagQueue,
  UntagQueue: untagQueue,
};
