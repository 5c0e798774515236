export const defaultBus = 'default';

export interface BusKey {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

export interface BusRecord extends BusKey {
  readonly description: string | undefined;
  /** JSON. */
  readonly policy: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdMs: number;
  readonly modifiedMs: number;
}

export interface RuleKey {
  readonly accountId: string;
  readonly region: string;
  /** Name of its bus. */
  readonly bus: string;
  readonly name: string;
}

export interface RuleRecord extends RuleKey {
  readonly pattern: string | undefined;
  readonly schedule: string | undefined;
  readonly state: string;
  readonly description: string | undefined;
  readonly roleArn: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** A rate counts from here: when the schedule was set or the rule enabled. */
  readonly anchorMs: number;
  /** When its schedule is due; absent while it is not enabled or has none. */
  readonly nextMs: number | undefined;
}

/** What a target has beside its ARN, as PutTargets takes it. */
export interface TargetSettings {
  readonly RoleArn?: string;
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: Record<string, string>;
    readonly InputTemplate: string;
  };
  readonly SqsParameters?: { readonly MessageGroupId?: string };
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly RetryPolicy?: {
    readonly MaximumRetryAttempts?: number;
    readonly MaximumEventAgeInSeconds?: number;
  };
}

export interface TargetRecord {
  readonly rule: RuleKey;
  readonly id: string;
  readonly arn: string;
  readonly settings: TargetSettings;
}

/** An event as targets get it (8.3). */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}
