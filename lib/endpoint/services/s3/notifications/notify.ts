import { partitionOf } from '../../../../shared/arn.ts';
import type { DeliveryQueue } from '../../deliveries/index.ts';
import type { Clock } from '../../clock.ts';
import type { RequestContext } from '../../service.ts';
import type { BucketRecord } from '../records.ts';
import { busEvent, eventRecord, type ObjectEvent, type Occasion } from './record.ts';
import { isWanted } from './settings.ts';

/** What waits for one target. */
export interface DeliveryContent {
  readonly bucket: string;
  readonly targetArn: string;
  readonly body: string;
  /** For an event bus; `body` is then the detail. */
  readonly bus?: { readonly detailType: string; readonly resources: readonly string[] };
  readonly traceHeader?: string;
}

export interface Notifications {
  /** Inside the transaction that did it: promises an event to every target that wants it. */
  tell(bucket: BucketRecord, event: ObjectEvent, context: RequestContext): void;
  /** Once that is on disk. */
  pump(): void;
}

export function createNotifications(deliveries: DeliveryQueue, clock: Clock): Notifications {
  let count = 0;
  /** Eighteen hex digits: the time, and a number for events of one millisecond. */
  function nextSequencer(nowMs: number): string {
    count = (count + 1) % 0x1000000;
    return (nowMs.toString(16).padStart(12, '0') + count.toString(16).padStart(6, '0')).toUpperCase();
  }

  return {
    pump: () => deliveries.pump(),
    tell(bucket, event, context) {
      const { notifications } = bucket;
      if (!notifications) return;
      const nowMs = clock.now();
      const occasion: Occasion = { event, bucket, context, nowMs, sequencer: nextSequencer(nowMs) };
      const trace = context.headers['x-amzn-trace-id'];
      const promise = (content: Omit<DeliveryContent, 'bucket' | 'traceHeader'>): void =>
        deliveries.add({
          accountId: bucket.accountId,
          region: bucket.region,
          content: JSON.stringify({
            bucket: bucket.name,
            ...content,
            ...(trace !== undefined && { traceHeader: trace }),
          }),
          acceptedMs: nowMs,
          dueMs: nowMs,
        });
      for (const target of notifications.targets) {
        if (isWanted(target, event.name, event.key))
          promise({ targetArn: target.arn, body: eventRecord(occasion, target.id) });
      }
      if (!notifications.hasEventBridge) return;
      const { detail, ...bus } = busEvent(occasion);
      promise({ targetArn: defaultBusArn(bucket), body: detail, bus });
    },
  };
}

function defaultBusArn({ region, accountId }: BucketRecord): string {
  return `arn:${partitionOf(region)}:events:${region}:${accountId}:event-bus/default`;
}
