import type { TracesRepository } from './repository.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** What the operations of X-Ray share. */
export interface XRayParts {
  readonly repository: TracesRepository;
  readonly writer: SegmentWriter;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
