/**
 * CloudWatch Logs: groups, streams, events, filters and live tails.
 *
 * Gaps: metric filters, export, KMS keys, classes besides STANDARD, data protection, transformers; subscription filters
 * to anything but functions, their roles and distributions, and test messages to their functions; other accounts'
 * groups. Of Logs Insights: the commands pattern, diff, anomaly, unmask, filterIndex, lookup, join, unnest, addtotals,
 * SOURCE, search and tail, the functions jsonParse and jsonStringify,
 * OpenSearch's languages and parameters of saved queries: each is refused. Partial results of a running query are not
 * shown. Unconfirmed of Logs Insights: the words of most refusals, `!=` of a field that an event does not have (true
 * here), a standard deviation of one value, and where a week begins (on Monday).
 *
 * By design: events live in `logs.db`, apart from the control plane's file and with `synchronous=NORMAL`: they survive
 * the death of this program, and the last of them may be lost when the machine loses power. What functions write is
 * committed within 50 ms; every read commits it first. A NUL character is kept as its picture, ␀. Expired and deleted events are removed in the background and
 * are hidden at once when deleted. A call of FilterLogEvents scans for one second at most and then returns a token.
 *
 * By a subscription filter each commit of events is handed to its function, without waiting for more. What was written
 * in the last moments before the program is killed may not be. A filter to the function that writes the group is
 * refused, as it would never end.
 *
 * A query of Logs Insights runs in a thread of its own over the events' file, for a minute at most; two run at once and
 * up to 30 of an account wait. It keeps some hundred megabytes at most and answers with 32 MB at most; one that would
 * need more ends as Failed. Its regular expressions are JavaScript's; one that does not end is ended with its thread.
 * Results are kept in memory (128 MB, 500 queries) and are gone after a restart. JSON is found inside the lines of every
 * group, and the memory figures of a REPORT are bytes, of a million to the MB.
 *
 * Client quirks: the SDK sends StartLiveTail to a host that begins with `stream-`; such a name must lead here, or the
 * client must set `disableHostPrefix`.
 */
import path from 'node:path';
import type { LogSink } from '../../runtimes/launch.ts';
import { logsMigrations } from '../../store/migrations/0010-logs-events.ts';
import { openSideDatabase } from '../../store/open-side-database.ts';
import type { FunctionCalls } from '../deliveries/index.ts';
import type { Operation, Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import { createQueries } from './insights/queries.ts';
import { createLogWriter } from './log-writer.ts';
import type { LogsParts } from './parts.ts';
import { createLogsRepository } from './repository.ts';
import { startRetention } from './retention.ts';
import { startSubscriptions } from './subscriptions.ts';

export interface LogsOptions {
  /** The open data folder; the events' own file is made in it. */
  readonly folder: string;
  /** Told about events that could not be written and about failures of the clean-up. */
  readonly onFailure: (message: string, error: unknown) => void;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
}

export interface LogsService {
  readonly service: Service;
  readonly sink: LogSink;
  /** From here on subscription filters have their effect. */
  start(functions: FunctionCalls): void;
}

const eventsFile = 'logs.db';

/** The service, and the sink through which the runtimes write to it. Throws a StoreError like `openStore`. */
export function createLogsService(options: LogsOptions): LogsService {
  const { folder, onFailure, now = Date.now } = options;
  const database = openSideDatabase(folder, eventsFile, logsMigrations);
  const repository = createLogsRepository(database);
  const writer = createLogWriter({
    repository,
    now,
    onLost: (count, error) => onFailure(`${count} log events could not be written`, error),
  });
  const stopRetention = startRetention(repository, now, (error) =>
    onFailure('expired log events could not be removed', error),
  );
  const queries = createQueries({ file: path.join(folder, eventsFile), now, onFailure });
  let calls: FunctionCalls | undefined;
  let stopSubscriptions: (() => void) | undefined;
  const parts: LogsParts = { repository, writer, now, functions: () => calls, liveTails: new Set(), queries };
  const bound: Record<string, Operation> = {};
  for (const [name, create] of Object.entries(operations)) bound[name] = create(parts);
  return {
    service: {
      name: 'logs',
      operations: bound,
      async close() {
        stopSubscriptions?.();
        await queries.close();
        await stopRetention();
        writer.close();
        database.close();
      },
    },
    sink: writer,
    start(functions) {
      calls = functions;
      stopSubscriptions = startSubscriptions({ repository, writer, functions, onFailure });
    },
  };
}
