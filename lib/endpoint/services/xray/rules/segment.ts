import type { IncomingSegment, Place, SegmentDocument } from '../records.ts';

/** AWS's limit of one document. */
export const documentBytesMax = 64 * 1024;
const nameLengthMax = 200;
const annotationsMax = 50;
const depthMax = 32;
const subsegmentsMax = 1000;

const hexId = /^[0-9a-f]{16}$/i;
const traceId = /^1-[0-9a-f]{8}-[0-9a-f]{24}$/i;
/** Of OpenTelemetry; X-Ray takes it and shows its own form. */
const w3cTraceId = /^[0-9a-f]{32}$/i;

export type SegmentRefusal = { readonly id: string | undefined; readonly code: string };

/** Codes in the manner of X-Ray's `ErrorCode`; of these AWS documents none but in examples. */
export function readSegment(text: string, place: Place): IncomingSegment | SegmentRefusal {
  if (Buffer.byteLength(text) > documentBytesMax) return { id: undefined, code: 'DocumentTooLarge' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { id: undefined, code: 'ParseError' };
  }
  if (!isObject(parsed)) return { id: undefined, code: 'ParseError' };
  const id = typeof parsed['id'] === 'string' ? parsed['id'] : undefined;
  if (id === undefined) return { id, code: 'MissingId' };
  const code = flawOfTop(parsed) ?? flawOf(parsed, 0, { left: subsegmentsMax });
  if (code !== undefined) return { id, code };
  return { ...place, traceId: shownTraceId(String(parsed['trace_id'])), segmentId: id.toLowerCase(), text };
}

function flawOfTop(document: Record<string, unknown>): string | undefined {
  const given = document['trace_id'];
  if (given === undefined) return 'MissingTraceId';
  if (typeof given !== 'string' || !(traceId.test(given) || w3cTraceId.test(given))) return 'InvalidTraceId';
  const { type, parent_id: parent } = document;
  if (type !== undefined && type !== 'subsegment') return 'InvalidType';
  if (type === 'subsegment' && parent === undefined) return 'MissingParentId';
  if (parent !== undefined && parent !== null && !isHexId(parent)) return 'InvalidParentId';
  return undefined;
}

function flawOf(
  document: Record<string, unknown>,
  depth: number,
  budget: { left: number },
): string | undefined {
  const { id, name, start_time: start, end_time: end, annotations, subsegments } = document;
  budget.left -= 1;
  if (depth > depthMax || budget.left < 0) return 'TooManySubsegments';
  if (!isHexId(id)) return 'InvalidId';
  if (typeof name !== 'string' || name.length === 0) return 'MissingName';
  if (name.length > nameLengthMax) return 'InvalidName';
  if (!isTime(start)) return start === undefined ? 'MissingStartTime' : 'InvalidStartTime';
  if (end !== undefined && end !== null && !isTime(end)) return 'InvalidEndTime';
  if (annotations !== undefined && annotations !== null) {
    if (!isObject(annotations)) return 'InvalidAnnotations';
    if (Object.keys(annotations).length > annotationsMax) return 'TooManyAnnotations';
  }
  if (subsegments === undefined || subsegments === null) return undefined;
  if (!Array.isArray(subsegments)) return 'InvalidSubsegments';
  for (const inner of subsegments as unknown[]) {
    const flaw = isObject(inner) ? flawOf(inner, depth + 1, budget) : 'InvalidSubsegments';
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

/** A stored document; it passed its checks when it came. */
export function parseSegment(text: string): SegmentDocument {
  return JSON.parse(text) as SegmentDocument;
}

export function isTraceId(text: string): boolean {
  return traceId.test(text) || w3cTraceId.test(text);
}

export function shownTraceId(id: string): string {
  const lower = id.toLowerCase();
  return w3cTraceId.test(lower) ? `1-${lower.slice(0, 8)}-${lower.slice(8)}` : lower;
}

function isHexId(value: unknown): boolean {
  return typeof value === 'string' && hexId.test(value);
}

/** Seconds since 1970, before the year 5138. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < 1e11;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
