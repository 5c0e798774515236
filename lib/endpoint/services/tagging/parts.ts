import type { RequestContext } from '../service.ts';
import type { Call, TagSource } from './sources/source.ts';

/** What the operations share. */
export interface TaggingParts {
  /** All kinds of resources, in the order in which they are listed. */
  readonly sources: readonly TagSource[];
  /** The door to the operations of a source's service, as whoever asked. */
  callOf(source: TagSource, context: RequestContext): Call;
}
