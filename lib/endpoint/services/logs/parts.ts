import type { FunctionCalls } from '../deliveries/index.ts';
import type { Queries } from './insights/queries.ts';
import type { LogWriter } from './log-writer.ts';
import type { LogsRepository } from './repository.ts';

/** What the operations of CloudWatch Logs share. */
export interface LogsParts {
  readonly repository: LogsRepository;
  readonly writer: LogWriter;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Functions that subscription filters may name, once the service knows them. */
  readonly functions: () => FunctionCalls | undefined;
  /** Running live tails, to hold them to AWS's limit. */
  readonly liveTails: Set<string>;
  /** Queries of Logs Insights. */
  readonly queries: Queries;
}
