import { noSuchKey, notModified, refused } from './errors.ts';
import type { ObjectRecord } from './records.ts';

export interface ReadConditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
  readonly IfModifiedSince?: Date | undefined;
  readonly IfUnmodifiedSince?: Date | undefined;
}

function names(list: string, etag: string): boolean {
  return list.split(',').some((item) => {
    const name = item.trim().replace(/^W\//, '').replaceAll('"', '');
    return name === '*' || name === etag;
  });
}

/** HTTP dates have no milliseconds. */
const seconds = (ms: number): number => Math.floor(ms / 1000);

type Verdict = 'met' | 'failed' | 'unchanged';

/** In HTTP's order: a list of tags counts more than a date. */
function judge(input: ReadConditions, object: Pick<ObjectRecord, 'etag' | 'modifiedMs'>): Verdict {
  const modified = seconds(object.modifiedMs);
  const { IfMatch, IfNoneMatch, IfModifiedSince, IfUnmodifiedSince } = input;
  if (IfMatch !== undefined) {
    if (!names(IfMatch, object.etag)) return 'failed';
  } else if (IfUnmodifiedSince && modified > seconds(IfUnmodifiedSince.getTime())) return 'failed';
  if (IfNoneMatch !== undefined) return names(IfNoneMatch, object.etag) ? 'unchanged' : 'met';
  if (IfModifiedSince && modified <= seconds(IfModifiedSince.getTime())) return 'unchanged';
  return 'met';
}

export function assertMayRead(input: ReadConditions, object: ObjectRecord): void {
  const verdict = judge(input, object);
  if (verdict === 'failed') {
    const isTag = input.IfMatch !== undefined;
    throw refused('PreconditionFailed', { Condition: isTag ? 'If-Match' : 'If-Unmodified-Since' });
  }
  if (verdict === 'unchanged') {
    throw notModified({
      etag: `"${object.etag}"`,
      'last-modified': new Date(object.modifiedMs).toUTCString(),
      ...(object.versionId !== 'null' && { 'x-amz-version-id': object.versionId }),
    });
  }
}

/** The source of a copy: there is no 304 for it. */
export function assertMayCopy(input: ReadConditions, source: ObjectRecord): void {
  if (judge(input, source) !== 'met')
    throw refused('PreconditionFailed', { Condition: 'x-amz-copy-source-If-Match' });
}

export interface WriteConditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
}

/** Asked inside of the transaction that writes. */
export function assertMayWrite(input: WriteConditions, key: string, current: ObjectRecord | undefined): void {
  const existing = current?.isMarker ? undefined : current;
  if (input.IfMatch !== undefined) {
    if (!existing) throw noSuchKey(key);
    if (!names(input.IfMatch, existing.etag)) throw refused('PreconditionFailed', { Condition: 'If-Match' });
  }
  if (input.IfNoneMatch !== undefined && existing)
    throw refused('PreconditionFailed', { Condition: 'If-None-Match' });
}
