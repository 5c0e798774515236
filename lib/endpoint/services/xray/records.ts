export interface Place {
  readonly accountId: string;
  readonly region: string;
}

export interface TraceKey extends Place {
  /** `1-<seconds in hex>-<24 hex digits>`. */
  readonly traceId: string;
}

/** A segment or subsegment as programs write them; what is not named here is kept as it came. */
export interface SegmentDocument {
  readonly id: string;
  readonly name: string;
  readonly start_time: number;
  readonly end_time?: number | undefined;
  readonly in_progress?: boolean;
  readonly trace_id?: string;
  readonly parent_id?: string;
  readonly type?: string;
  readonly origin?: string;
  readonly namespace?: string;
  readonly error?: boolean;
  readonly fault?: boolean;
  readonly throttle?: boolean;
  readonly user?: string;
  readonly resource_arn?: string;
  readonly http?: { readonly request?: HttpRequest; readonly response?: { readonly status?: number } };
  readonly annotations?: Readonly<Record<string, string | number | boolean>>;
  readonly subsegments?: readonly SegmentDocument[];
  readonly [member: string]: unknown;
}

export interface HttpRequest {
  readonly url?: string;
  readonly method?: string;
  readonly user_agent?: string;
  readonly client_ip?: string;
}

/** A document that passed its checks, on its way to the disk. */
export interface IncomingSegment extends TraceKey {
  readonly segmentId: string;
  readonly text: string;
}

/** Which time of a trace a range is about: its id's, that of its last change, or that of its last end. */
export type TimeRangeType = 'TraceId' | 'Event' | 'Service';

export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** Seconds since 1970 that an id begins with. */
export function secondsOfTrace(traceId: string): number {
  return Number.parseInt(traceId.slice(2, 10), 16);
}
