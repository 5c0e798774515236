import type { MetricWriter } from './metric-writer.ts';
import type { MetricsRepository } from './repository.ts';

/** What the operations of CloudWatch share. */
export interface CloudWatchParts {
  readonly repository: MetricsRepository;
  readonly writer: MetricWriter;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
