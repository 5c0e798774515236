/** Who hears of what happens in a bucket. */
export interface NotificationSettings {
  readonly targets: readonly NotificationTarget[];
  /** Every event goes to the account's default bus, too. */
  readonly hasEventBridge: boolean;
}

export interface NotificationTarget {
  readonly id: string;
  readonly kind: 'function' | 'queue' | 'topic';
  readonly arn: string;
  /** e.g. `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly filter: KeyFilter;
}

/** Undefined parts let every key through. */
export interface KeyFilter {
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What happens here; the event's name in a record is the same without `s3:`. */
export const eventNames = [
  's3:ObjectCreated:Put',
  's3:ObjectCreated:Copy',
  's3:ObjectCreated:CompleteMultipartUpload',
  's3:ObjectRemoved:Delete',
  's3:ObjectRemoved:DeleteMarkerCreated',
  's3:ObjectTagging:Put',
  's3:ObjectTagging:Delete',
] as const;

export type EventName = (typeof eventNames)[number];

/** May be asked for; of those that are not above none ever happens here. */
export const knownEvents: ReadonlySet<string> = new Set([
  ...eventNames,
  's3:IntelligentTiering',
  's3:LifecycleExpiration:*',
  's3:LifecycleExpiration:Delete',
  's3:LifecycleExpiration:DeleteMarkerCreated',
  's3:LifecycleTransition',
  's3:ObjectAcl:Put',
  's3:ObjectAnnotation:*',
  's3:ObjectAnnotation:Delete',
  's3:ObjectAnnotation:Put',
  's3:ObjectCreated:*',
  's3:ObjectCreated:Post',
  's3:ObjectRemoved:*',
  's3:ObjectRestore:*',
  's3:ObjectRestore:Completed',
  's3:ObjectRestore:Delete',
  's3:ObjectRestore:Post',
  's3:ObjectRetention:Put',
  's3:ObjectTagging:*',
  's3:ReducedRedundancyLostObject',
  's3:Replication:*',
  's3:Replication:OperationFailedReplication',
  's3:Replication:OperationMissedThreshold',
  's3:Replication:OperationNotTracked',
  's3:Replication:OperationReplicatedAfterThreshold',
]);

/** Whether what is asked for covers an event, or another thing that is asked for. */
export function covers(asked: string, event: string): boolean {
  return asked === event || (asked.endsWith(':*') && event.startsWith(asked.slice(0, -1)));
}

export function isWanted(target: NotificationTarget, event: EventName, key: string): boolean {
  const { prefix = '', suffix = '' } = target.filter;
  return (
    key.startsWith(prefix) && key.endsWith(suffix) && target.events.some((asked) => covers(asked, event))
  );
}
