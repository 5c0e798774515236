import { runtimeFacts, runtimeSupport } from './runtimes.ts';

/** One change for many functions: what it does to each, and which of them AWS would refuse. Pure. */

export const bulkKinds = ['runtime', 'memory', 'timeout', 'tag', 'untag', 'retention', 'delete'] as const;
export type BulkKind = (typeof bulkKinds)[number];

export type BulkChange =
  | { readonly kind: 'runtime'; readonly runtime: string }
  | { readonly kind: 'memory'; readonly memoryMb: number }
  | { readonly kind: 'timeout'; readonly timeoutSeconds: number }
  | { readonly kind: 'tag'; readonly key: string; readonly value: string }
  | { readonly kind: 'untag'; readonly key: string }
  /** Null: logs are kept for ever. */
  | { readonly kind: 'retention'; readonly days: number | null }
  | { readonly kind: 'delete' };

/** What the preview needs to know of a function. */
export interface BulkTarget {
  readonly name: string;
  readonly arn: string;
  readonly packageType: 'Zip' | 'Image';
  readonly runtime: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Undefined while nobody asked. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly logGroup: string;
  /** Days; null for ever; undefined when the log group is not there or could not be read. */
  readonly retentionDays: number | null | undefined;
}

export type BulkRefusal = 'image' | 'language' | 'runtime-blocked' | 'too-many-tags';

export interface BulkPreview {
  readonly name: string;
  /** Undefined: not known. */
  readonly before: string | undefined;
  readonly after: string;
  readonly outcome: 'changes' | 'same' | 'refused';
  readonly refusal?: BulkRefusal;
}

/** The days that PutRetentionPolicy takes. Source: CloudWatch Logs API reference. */
export const retentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export const bulkLimits = {
  memoryMbMin: 128,
  memoryMbMax: 10_240,
  timeoutSecondsMax: 900,
  tagsMax: 50,
  tagKeyMax: 128,
  tagValueMax: 256,
  functionsMax: 1_000,
} as const;

const whole = (value: number, min: number, max: number) =>
  Number.isInteger(value) && value >= min && value <= max;

/** Whether a change is one that AWS would take of a function that fits it. */
export function isBulkChangeValid(change: BulkChange): boolean {
  const { memoryMbMin, memoryMbMax, timeoutSecondsMax, tagKeyMax, tagValueMax } = bulkLimits;
  switch (change.kind) {
    case 'runtime':
      return change.runtime !== '';
    case 'memory':
      return whole(change.memoryMb, memoryMbMin, memoryMbMax);
    case 'timeout':
      return whole(change.timeoutSeconds, 1, timeoutSecondsMax);
    case 'tag':
      return (
        change.key.length >= 1 &&
        change.key.length <= tagKeyMax &&
        change.value.length <= tagValueMax &&
        !/^aws:/i.test(change.key)
      );
    case 'untag':
      return change.key.length >= 1 && !/^aws:/i.test(change.key);
    case 'retention':
      return change.days === null || (retentionDays as readonly number[]).includes(change.days);
    case 'delete':
      return true;
  }
}

/** A function of another language would start, and fail at the first call: that is no change to make in bulk. */
function runtimeRefusal(target: BulkTarget, runtime: string, now: Date): BulkRefusal | undefined {
  if (target.packageType === 'Image') return 'image';
  const before = runtimeFacts(target.runtime)?.language;
  const after = runtimeFacts(runtime)?.language;
  if (before !== undefined && after !== undefined && before !== after) return 'language';
  return runtimeSupport(runtime, now) === 'blocked' ? 'runtime-blocked' : undefined;
}

function compared(
  name: string,
  before: string | undefined,
  after: string,
  refusal?: BulkRefusal,
): BulkPreview {
  if (before === after) return { name, before, after, outcome: 'same' };
  return refusal === undefined
    ? { name, before, after, outcome: 'changes' }
    : { name, before, after, outcome: 'refused', refusal };
}

/** What a change would do to one function. Values are AWS's own texts; an empty one is none. */
export function previewOf(target: BulkTarget, change: BulkChange, now: Date): BulkPreview {
  const { name, tags } = target;
  switch (change.kind) {
    case 'runtime':
      return compared(name, target.runtime, change.runtime, runtimeRefusal(target, change.runtime, now));
    case 'memory':
      return compared(name, `${target.memoryMb} MB`, `${change.memoryMb} MB`);
    case 'timeout':
      return compared(name, `${target.timeoutSeconds} s`, `${change.timeoutSeconds} s`);
    case 'tag': {
      const isNew = tags !== undefined && !Object.hasOwn(tags, change.key);
      const isFull = isNew && Object.keys(tags).length >= bulkLimits.tagsMax;
      const before = tags && (Object.hasOwn(tags, change.key) ? `${change.key}=${tags[change.key]}` : '');
      return compared(name, before, `${change.key}=${change.value}`, isFull ? 'too-many-tags' : undefined);
    }
    case 'untag': {
      const before = tags && (Object.hasOwn(tags, change.key) ? `${change.key}=${tags[change.key]}` : '');
      return compared(name, before, '');
    }
    case 'retention': {
      const words = (days: number | null) => (days === null ? 'Never expire' : `${days} d`);
      const before = target.retentionDays === undefined ? undefined : words(target.retentionDays);
      return compared(name, before, words(change.days));
    }
    case 'delete':
      return { name, before: target.runtime || target.packageType, after: '', outcome: 'changes' };
  }
}
