import type { Target } from '@aws-sdk/client-scheduler';

export const defaultGroup = 'default';

export interface GroupKey {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

export interface GroupRecord extends GroupKey {
  readonly tags: Readonly<Record<string, string>>;
  readonly createdMs: number;
  readonly modifiedMs: number;
}

export interface ScheduleKey {
  readonly accountId: string;
  readonly region: string;
  readonly group: string;
  readonly name: string;
}

/** A schedule as it was asked for; times in milliseconds since 1970. */
export interface ScheduleSettings {
  readonly expression: string;
  readonly timeZone: string;
  readonly startMs?: number;
  readonly endMs?: number;
  readonly description?: string;
  readonly kmsKeyArn?: string;
  readonly target: Target;
  /** 0 for exact times. */
  readonly windowMinutes: number;
  readonly actionAfterCompletion: 'NONE' | 'DELETE';
  /** Of the request that made it. */
  readonly clientToken?: string;
}

export interface ScheduleRecord extends ScheduleKey {
  readonly state: 'ENABLED' | 'DISABLED';
  readonly settings: ScheduleSettings;
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** The first time of a rate. */
  readonly anchorMs: number;
  readonly nextMs: number | undefined;
}
