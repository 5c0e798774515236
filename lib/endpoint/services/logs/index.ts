/**
 * CloudWatch Logs: groups, streams, events, filters and live tails.
 *
 * Gaps: Logs Insights (StartQuery), metric and subscription filters, export, KMS keys, classes besides STANDARD, data
 * protection, transformers; filter patterns of the forms `[…]` and `%regex%`; other accounts' groups.
 *
 * By design: events live in `logs.db`, apart from the control plane's file and with `synchronous=NORMAL`: they survive
 * the death of this program, and the last of them may be lost when the machine loses power. What functions write is
 * committed within 50 ms; every read commits it first. Expired and deleted events are removed in the background and
 * are hidden at once when deleted. A call of FilterLogEvents scans for one second at most and then returns a token.
 *
 * Client quirks: the SDK sends StartLiveTail to a host that begins with `stream-`; such a name must lead here, or the
 * client must set `disableHostPrefix`.
 */
import type { LogSink } from '../../runtimes/launch.ts';
import { logsMigrations } from '../../store/migrations/0010-logs-events.ts';
import { openSideDatabase } from '../../store/open-side-database.ts';
import type { Operation, Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import { createLogWriter } from './log-writer.ts';
import type { LogsParts } from './parts.ts';
import { createLogsRepository } from './repository.ts';
import { startRetention } from './retention.ts';

export interface LogsOptions {
  /** The open data folder; the events' own file is made in it. */
  readonly folder: string;
  /** Told about events that could not be written and about failures of the clean-up. */
  readonly onFailure: (message: string, error: unknown) => void;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
}

/** The service, and the sink through which the runtimes write to it. Throws a StoreError like `openStore`. */
export function createLogsService(options: LogsOptions): { service: Service; sink: LogSink } {
  const { folder, onFailure, now = Date.now } = options;
  const database = openSideDatabase(folder, 'logs.db', logsMigrations);
  const repository = createLogsRepository(database);
  const writer = createLogWriter({
    repository,
    now,
    onLost: (count, error) => onFailure(`${count} log events could not be written`, error),
  });
  const stopRetention = startRetention(repository, now, (error) =>
    onFailure('expired log events could not be removed', error),
  );
  const parts: LogsParts = { repository, writer, now, liveTails: new Set() };
  const bound: Record<string, Operation> = {};
  for (const [name, create] of Object.entries(operations)) bound[name] = create(parts);
  return {
    service: {
      name: 'logs',
      operations: bound,
      async close() {
        await stopRetention();
        writer.close();
        database.close();
      },
    },
    sink: writer,
  };
}
