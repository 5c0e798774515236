import type { SqsParts } from './parts.ts';
import { findQueueByArn, queueArn } from './queue-names.ts';
import type { MessageRecord, QueueRecord } from './records.ts';
import { writeReceipt } from './receipt.ts';
import { isFifoName, oldestMs, redriveOf } from './rules/queue-attributes.ts';

export interface ReceivedMessage extends MessageRecord {
  readonly receiptHandle: string;
}

export interface TakeOptions {
  readonly countMax: number;
  readonly visibilitySeconds: number;
  /** Of a FIFO queue: messages of one group only. */
  readonly isOneGroup?: boolean;
}

/** Inside a transaction: takes visible messages; those that were received too often go to the dead-letter queue. */
export function takeMessages(
  parts: SqsParts,
  queue: QueueRecord,
  options: TakeOptions,
): { taken: ReceivedMessage[]; movedTo: number | undefined } {
  const { repository, clock } = parts;
  const nowMs = clock.now();
  const redrive = redriveOf(queue);
  const target = redrive && findQueueByArn(repository, redrive.deadLetterTargetArn);
  const taken: ReceivedMessage[] = [];
  let movedTo: number | undefined;
  // What moves away makes room for others: look again until the batch is full or nothing is left.
  for (;;) {
    const found = visible(parts, queue, nowMs, options.countMax - taken.length, options.isOneGroup ?? false);
    let hasMoved = false;
    for (const message of found) {
      if (redrive && target && message.receiveCount >= redrive.maxReceiveCount) {
        repository.moveMessage(message.id, target.id, queueArn(queue), nowMs);
        movedTo = target.id;
        hasMoved = true;
        continue;
      }
      const visibleMs = nowMs + options.visibilitySeconds * 1000;
      repository.markReceived(message.id, nowMs, visibleMs);
      const receiveCount = message.receiveCount + 1;
      taken.push({
        ...message,
        visibleMs,
        receiveCount,
        firstReceivedMs: message.firstReceivedMs ?? nowMs,
        receiptHandle: writeReceipt({ queueId: queue.id, messageRow: message.id, receiveCount }),
      });
    }
    // A batch stays whole: after the first take of a FIFO queue its groups are in flight.
    if (!hasMoved || taken.length > 0) return { taken, movedTo };
  }
}

function visible(
  { repository }: SqsParts,
  queue: QueueRecord,
  nowMs: number,
  countMax: number,
  isOneGroup: boolean,
): MessageRecord[] {
  const oldest = oldestMs(queue, nowMs);
  if (!isFifoName(queue.name)) return repository.visibleMessages(queue.id, nowMs, oldest, countMax);
  const found: MessageRecord[] = [];
  let head: MessageRecord | undefined;
  // Group after group, not in the order of sending.
  do {
    head = repository.nextHead(queue.id, nowMs, oldest, head);
    if (!head) break;
    const left = countMax - found.length;
    found.push(...repository.visibleOfGroup(queue.id, head.groupId ?? '', nowMs, oldest, left));
  } while (!isOneGroup && found.length < countMax);
  return found;
}

/** Takes messages, waiting for the first of them up to `waitMs`; ends early on the signal and at shutdown. */
export async function receiveMessages(
  parts: SqsParts,
  findQueue: () => QueueRecord,
  options: TakeOptions & { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<ReceivedMessage[]> {
  const { arrivals, clock, commits, repository } = parts;
  const deadlineMs = clock.now() + options.waitMs;
  for (;;) {
    const { taken, movedTo, queue, version } = await commits.run(() => {
      // Looked up again each time: a queue that is deleted meanwhile ends the wait with its refusal.
      const now = findQueue();
      return { ...takeMessages(parts, now, options), queue: now, version: arrivals.version(now.id) };
    });
    if (movedTo !== undefined) arrivals.notify(movedTo);
    const nowMs = clock.now();
    if (taken.length > 0 || nowMs >= deadlineMs || options.signal.aborted || arrivals.isClosed) return taken;
    const nextMs = repository.nextVisibleMs(queue.id, nowMs) ?? deadlineMs;
    await arrivals.wait(queue.id, version, Math.min(deadlineMs, nextMs), options.signal);
  }
}
