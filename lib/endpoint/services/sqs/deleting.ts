import { messageNotAvailable, receiptHandleExpired } from './errors.ts';
import type { SqsParts } from './parts.ts';
import { readReceipt } from './receipt.ts';
import type { QueueRecord } from './records.ts';
import { isFifoName } from './rules/queue-attributes.ts';

/**
 * Inside a transaction: deletes a received message. One that is gone already is a success; a FIFO queue refuses a
 * handle whose time is over, since the message may be with somebody else.
 */
export function deleteReceived({ repository, clock }: SqsParts, queue: QueueRecord, handle: string): void {
  const receipt = readReceipt(handle, queue.id);
  if (isFifoName(queue.name)) {
    const message = repository.findMessage(queue.id, receipt.messageRow);
    if (!message) return;
    if (message.receiveCount !== receipt.receiveCount || message.visibleMs <= clock.now())
      throw receiptHandleExpired(handle);
  }
  repository.deleteMessage(queue.id, receipt.messageRow);
}

/**
 * Inside a transaction: hides a received message until so many seconds from now. Its time may be over, as long as
 * nobody received it since.
 */
export function changeVisibility(
  { repository, clock }: SqsParts,
  queue: QueueRecord,
  handle: string,
  seconds: number,
): void {
  const receipt = readReceipt(handle, queue.id);
  const message = repository.findMessage(queue.id, receipt.messageRow);
  if (!message || message.receiveCount !== receipt.receiveCount) throw messageNotAvailable(handle);
  repository.setVisible(message.id, clock.now() + seconds * 1000);
}
