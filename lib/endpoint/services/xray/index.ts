/**
 * AWS X-Ray: segments of functions and APIs of this endpoint and of programs that send theirs, traces, filters and the
 * service graph.
 *
 * Gaps (refused with NotImplemented or InvalidRequestException unless said otherwise)
 * - Sampling rules other than Default, groups, insights, encryption settings, indexing rules, resource policies, tags,
 *   retrieval of spans (Transaction Search), `Sampling` of summaries. Of filter expressions: `group.*`, `rootcause.*`,
 *   `instance.id`, `availabilityzone`, and inside of service() and edge() the http texts.
 * - Root causes, instances and availability zones are left out of summaries. `Type` of a called AWS service is
 *   `AWS::<name of the call>`, without the kind of its resource. A service that was called and sent no segment of its
 *   own is inferred from the call; links between traces are kept and not followed.
 * - The daemon speaks UDP alone, on loopback: there is no TCP proxy of the API on its port. `AWS_ENDPOINT_URL` leads
 *   SDKs to the API itself.
 * - The texts and codes of refusals, and the widest time ranges (24 hours of summaries, 6 hours of a graph), are
 *   unconfirmed.
 *
 * By design: traces live in `traces.db` for 30 days, together at most 256 MB of documents: beyond that those go that did
 * not change for longest. A trace holds 500 KB and 2,000 documents; what comes beyond is left out and `LimitExceeded`
 * says so. Segments of functions are written every half second and before each read; the death of the program loses what
 * came since. A packet that the daemon cannot read is dropped in silence, as AWS's does; any program of this machine can
 * send it some. The service graph is drawn from the newest 5,000 traces of its range.
 *
 * Client quirks: subsegments that SDKs send alone are shown inside of the segment that they belong to, and those of code
 * in a function under its `Invocation`.
 */
import { tracesMigrations } from '../../store/migrations/0105-xray-traces.ts';
import { openSideDatabase } from '../../store/open-side-database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Service } from '../service.ts';
import { createTraceDaemon } from './daemon.ts';
import { operations } from './generated/operations.ts';
import type { Place, SegmentDocument } from './records.ts';
import { createTracesRepository } from './repository.ts';
import { readSegment } from './rules/segment.ts';
import { createSampler, type Sampler } from './sampling.ts';
import { createSegmentWriter, type TraceLimits } from './segment-writer.ts';

export type { SegmentDocument } from './records.ts';
export { createSampler } from './sampling.ts';

/** The door through which the other parts of the endpoint trace. Nothing here throws. */
export interface Traces extends Sampler {
  /** Takes segments of services of this endpoint; each names its trace. */
  write(place: Place, documents: readonly SegmentDocument[]): void;
  /** Where functions of a place send their subsegments; undefined where that could not be opened. */
  daemonFor(place: Place): string | undefined | Promise<string | undefined>;
}

export interface XRayOptions {
  /** The open data folder; the traces' own file is made in it. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of segments that were lost. */
  readonly onFailure: (message: string, error: unknown) => void;
  readonly limits?: Partial<TraceLimits>;
}

/** Throws a StoreError like `openStore`. */
export function createXRayService({ folder, now, onFailure, limits }: XRayOptions): {
  readonly service: Service;
  readonly traces: Traces;
} {
  const database = openSideDatabase(folder, 'traces.db', tracesMigrations);
  const repository = createTracesRepository(database);
  const writer = createSegmentWriter({
    repository,
    now,
    onLost: (count, error) => onFailure(`${count} trace segments could not be written`, error),
    ...(limits && { limits }),
  });
  const take = (place: Place, document: string): void => {
    const read = readSegment(document, place);
    if (!('code' in read)) writer.add([read]);
  };
  const daemon = createTraceDaemon({ receive: take, onFailure });
  const { sample } = createSampler();
  return {
    service: {
      name: 'xray',
      operations: bindOperations(operations, { repository, writer, now }),
      async close() {
        await daemon.close();
        writer.close();
        database.close();
      },
    },
    traces: {
      sample,
      write(place, documents) {
        for (const document of documents) take(place, JSON.stringify(document));
      },
      daemonFor: (place) => daemon.addressFor(place),
    },
  };
}
