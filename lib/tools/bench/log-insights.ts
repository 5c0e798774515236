import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  GetQueryResultsCommand,
  PutLogEventsCommand,
  StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { runLoad, type LoadTarget } from './load.ts';

export interface InsightsFigures {
  readonly rows: number;
  /** Events a second through PutLogEvents, by one caller. */
  readonly rowsPerSecond: number;
  /** From StartQuery to Complete, alone. */
  readonly queries: readonly { readonly name: string; readonly ms: number }[];
  /** Warm invokes of eight callers, without queries and while one query follows another. */
  readonly p99Ms: number;
  readonly p99DuringMs: number;
  readonly queriesDuring: number;
}

const group = 'bench-insights';
const rows = 1_000_000;
/** With AWS's 26 bytes for each, below a megabyte a call. */
const rowsACall = 6000;
const askEveryMs = 20;
const callers = 8;
const loadMs = 4000;

const queries = [
  { name: 'filter a word, count by time', text: 'filter @message like /ERROR/ | stats count(*) by bin(5m)' },
  { name: 'mean of a JSON field, by another', text: 'stats avg(ms), pct(ms, 95) by level' },
  { name: 'the longest, sorted', text: 'fields @timestamp, ms | sort ms desc | limit 20' },
];

/** Writes a million events, and asks them while functions are called. */
export async function measureInsights(port: number, invoke: LoadTarget): Promise<InsightsFigures> {
  const logs = new CloudWatchLogsClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'bench' },
  });
  try {
    const nowMs = Date.now();
    const rowsPerSecond = await writeRows(logs, nowMs);
    const times: { name: string; ms: number }[] = [];
    for (const { name, text } of queries) times.push({ name, ms: await runQuery(logs, text, nowMs) });
    const before = await runLoad(invoke, callers, loadMs);
    let queriesDuring = 0;
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        await runQuery(logs, queries[queriesDuring % queries.length]?.text ?? '', nowMs);
        queriesDuring += 1;
      }
    })();
    const during = await runLoad(invoke, callers, loadMs);
    isOver = true;
    await asking;
    return {
      ...{ rows, rowsPerSecond, queries: times, queriesDuring },
      ...{ p99Ms: before.p99Ms, p99DuringMs: during.p99Ms },
    };
  } finally {
    logs.destroy();
  }
}

async function writeRows(logs: CloudWatchLogsClient, nowMs: number): Promise<number> {
  await logs.send(new CreateLogGroupCommand({ logGroupName: group }));
  await logs.send(new CreateLogStreamCommand({ logGroupName: group, logStreamName: 'bench' }));
  let waitedMs = 0;
  for (let from = 0; from < rows; from += rowsACall) {
    const logEvents = Array.from({ length: Math.min(rowsACall, rows - from) }, (_, index) => ({
      // Over the last quarter of an hour or so.
      timestamp: nowMs - rows + from + index,
      message: messageOf(from + index),
    }));
    const startedAt = performance.now();
    await logs.send(new PutLogEventsCommand({ logGroupName: group, logStreamName: 'bench', logEvents }));
    waitedMs += performance.now() - startedAt;
  }
  return rows / (waitedMs / 1000);
}

/** As a Node.js function logs an object. */
function messageOf(index: number): string {
  const level = index % 10 === 0 ? 'ERROR' : 'INFO';
  const id = String(index).padStart(12, '0');
  return `2026-01-15T12:00:00.000Z\t8f5a7c1e-0000-4000-8000-${id}\t${level}\t{"level":"${level}","ms":${index % 977},"path":"/orders/${index}"}`;
}

async function runQuery(logs: CloudWatchLogsClient, queryString: string, nowMs: number): Promise<number> {
  const startedAt = performance.now();
  const { queryId } = await logs.send(
    new StartQueryCommand({
      logGroupName: group,
      queryString,
      startTime: Math.floor((nowMs - rows) / 1000),
      endTime: Math.ceil(nowMs / 1000),
    }),
  );
  for (;;) {
    const { status, statistics } = await logs.send(new GetQueryResultsCommand({ queryId }));
    if (status === 'Complete' && statistics?.recordsScanned === rows) return performance.now() - startedAt;
    if (status !== 'Running' && status !== 'Scheduled') {
      throw new Error(`A query ended as ${status} over ${statistics?.recordsScanned} records.`);
    }
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}
