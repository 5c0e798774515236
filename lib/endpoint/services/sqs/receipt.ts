import { randomBytes } from 'node:crypto';
import { receiptHandleIsInvalid } from './errors.ts';

/** What a receipt handle says: which message, and which of its receives. */
export interface Receipt {
  readonly queueId: number;
  readonly messageRow: number;
  readonly receiveCount: number;
}

/** Opaque to callers and new with every receive. */
export function writeReceipt({ queueId, messageRow, receiveCount }: Receipt): string {
  const noise = randomBytes(24).toString('hex');
  return Buffer.from(`lambdeck ${queueId} ${messageRow} ${receiveCount} ${noise}`).toString('base64');
}

export function readReceipt(handle: string, queueId: number): Receipt {
  const text = Buffer.from(handle, 'base64').toString();
  const parsed = /^lambdeck (\d{1,15}) (\d{1,15}) (\d{1,15}) [0-9a-f]{48}$/.exec(text);
  const [, queue, message, count] = (parsed ?? []).map(Number);
  if (queue !== queueId || message === undefined || count === undefined) throw receiptHandleIsInvalid(handle);
  return { queueId, messageRow: message, receiveCount: count };
}
