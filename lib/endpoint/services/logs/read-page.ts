import type { EventRange, EventRecord, LogsRepository, Position } from './repository.ts';

/** Rows fetched at once: at a megabyte a row, the most that stands in memory beside the page itself. */
const chunkCount = 100;
/** Size of a page of GetLogEvents and FilterLogEvents. */
export const pageBytesMax = 1_048_576;

/** Events of a range from its chosen end, in bounded chunks; stops when nobody asks for more. */
export function* walkEvents(
  repository: LogsRepository,
  range: EventRange,
  from: 'oldest' | 'newest',
): Generator<readonly EventRecord[]> {
  let rest = range;
  for (;;) {
    const chunk = repository.readEvents(rest, from, chunkCount);
    if (chunk.length > 0) yield chunk;
    const last = chunk.at(-1);
    if (!last || chunk.length < chunkCount) return;
    rest = from === 'oldest' ? { ...rest, after: positionOf(last) } : { ...rest, before: positionOf(last) };
  }
}

/** One page: at most `limit` events and a megabyte, oldest first whatever end it was taken from. */
export function readPage(
  repository: LogsRepository,
  range: EventRange,
  from: 'oldest' | 'newest',
  limit: number,
): EventRecord[] {
  const page: EventRecord[] = [];
  let bytes = 0;
  for (const chunk of walkEvents(repository, range, from)) {
    for (const event of chunk) {
      bytes += event.byteCount;
      // A single event larger than the page would otherwise never be shown.
      if (page.length >= limit || (bytes > pageBytesMax && page.length > 0)) {
        return from === 'oldest' ? page : page.reverse();
      }
      page.push(event);
    }
  }
  return from === 'oldest' ? page : page.reverse();
}

export function positionOf(event: EventRecord): Position {
  return { timestampMs: event.timestampMs, id: event.id };
}
