import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestContext } from '../../service.ts';
import { openScan } from '../../../store/scan.ts';
import { createLogsService } from '../index.ts';
import { runQuery } from './run-query.ts';

let folder: string;
let logs: ReturnType<typeof createLogsService>;
const failures: unknown[] = [];
const nowMs = Date.UTC(2026, 0, 15, 12);
const nowSeconds = nowMs / 1000;
const id = (index: number) => `8f5a7c1e-0000-4000-8000-${String(index).padStart(12, '0')}`;
const place = { accountId: '000000000000', region: 'eu-west-1', logGroup: '/aws/lambda/f', logStream: 's' };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lambdeck-insights-'));
  logs = createLogsService({
    folder,
    now: () => nowMs,
    onFailure: (message, error) => failures.push(message, error),
  });
  const line = (minute: number, message: string) => ({ timestamp: nowMs + minute * 60_000, message });
  logs.sink.append(place, [
    line(0, `START RequestId: ${id(1)} Version: $LATEST\n`),
    line(0, `2026-01-15T12:00:00.000Z\t${id(1)}\tINFO\t{"level":"info","ms":120.5,"ok":true,"user":{"name":"ada"},"items":[{"sku":"a"}]}`),
    line(0, `END RequestId: ${id(1)}\n`),
    line(0, `REPORT RequestId: ${id(1)}\tDuration: 12.34 ms\tBilled Duration: 113 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\tInit Duration: 100.50 ms\t\n`),
    line(7, `2026-01-15T12:07:00.000Z\t${id(2)}\tERROR\tcannot reach user=bob, ip=10.0.0.7`),
    line(7, `REPORT RequestId: ${id(2)}\tDuration: 300.00 ms\tBilled Duration: 300 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\t\n`),
  ]); // prettier-ignore
  logs.sink.append({ ...place, logGroup: 'other', logStream: 't' }, [
    line(3, 'plain text'),
    line(9, 'the last'),
  ]);
});

afterAll(async () => {
  await logs.service.close?.();
  await rm(folder, { recursive: true, force: true });
});

// Answers are read loosely; through the SDK they are checked in lib/endpoint/tests.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
async function call(operation: string, input: object): Promise<any> {
  const context: RequestContext = {
    accountId: '000000000000',
    region: 'eu-west-1',
    requestId: 'r-1',
    headers: {},
    baseUrl: 'http://localhost:4566',
    signal: new AbortController().signal,
  };
  const run = logs.service.operations[operation];
  if (!run) throw new Error(`no operation ${operation}`);
  return await run(input as never, context);
}

const range = { startTime: nowSeconds, endTime: nowSeconds + 3600 };

async function ended(queryId: string) {
  for (;;) {
    const answer = await call('GetQueryResults', { queryId });
    if (answer.status !== 'Running' && answer.status !== 'Scheduled') return answer;
    await wait(5);
  }
}

type Fields = { field: string; value: string }[];

/** A row as an object, without `@ptr`. */
const toObject = (row: Fields): Record<string, string> =>
  Object.fromEntries(row.filter(({ field }) => field !== '@ptr').map(({ field, value }) => [field, value]));

async function ask(queryString: string, more: object = { logGroupName: '/aws/lambda/f' }) {
  const { queryId } = await call('StartQuery', { ...range, queryString, ...more });
  const answer = await ended(queryId);
  expect(answer.status, JSON.stringify(failures)).toBe('Complete');
  const rows = (answer.results as Fields[]).map(toObject);
  return { rows, answer, queryId };
}

/** The same without a thread of its own, which is slow to start from sources. */
async function rowsOf(queryString: string): Promise<Record<string, string>[]> {
  const { logGroups } = await call('DescribeLogGroups', { logGroupNamePrefix: '/aws/lambda/f' });
  expect(logGroups).toHaveLength(1);
  const scan = openScan(path.join(folder, 'logs.db'));
  try {
    const job = {
      queryString,
      groups: [{ id: 1, log: '000000000000:/aws/lambda/f' }],
      limit: 100,
      timeMsMax: 60_000,
    };
    const { pages } = runQuery(scan, { ...job, startMs: nowMs, endMs: nowMs + 3_600_000 }, () => undefined);
    return pages.flatMap((page) => (JSON.parse(page) as Fields[]).map(toObject));
  } finally {
    scan.close();
  }
}

describe('queries', () => {
  it('show time and message of the newest events without a command for fields', async () => {
    const { rows, answer } = await ask('limit 2');
    expect(rows).toHaveLength(2);
    expect(rows[0]?.['@timestamp']).toBe('2026-01-15 12:07:00.000');
    expect(rows[0]?.['@message']).toContain('REPORT');
    expect(answer.statistics).toMatchObject({ recordsScanned: 6, recordsMatched: 6, resultCount: 2 });
    expect(answer.results[0].at(-1).field).toBe('@ptr');
  });

  it('know the figures of Lambda', async () => {
    expect(
      await rowsOf(
        'filter @type = "REPORT" | fields @requestId, @duration, @billedDuration, @memorySize/1000/1000 as mb, @maxMemoryUsed, @initDuration | sort @duration desc',
      ),
    ).toEqual([
      { '@requestId': id(2), '@duration': '300', '@billedDuration': '300', mb: '128', '@maxMemoryUsed': '70000000' },
      { '@requestId': id(1), '@duration': '12.34', '@billedDuration': '113', mb: '128', '@maxMemoryUsed': '64000000', '@initDuration': '100.5' },
    ]); // prettier-ignore
  });

  it('find fields of JSON inside a line, and its request', async () => {
    expect(
      await rowsOf('filter user.name = "ada" and ok = 1 | display @requestId, level, ms, items.0.sku'),
    ).toEqual([{ '@requestId': id(1), level: 'info', ms: '120.5', 'items.0.sku': 'a' }]);
  });

  it.each([
    ['parse @message "user=*, ip=*" as user, ip | filter ispresent(user) | display user, ip', { user: 'bob', ip: '10.0.0.7' }],
    ['parse @message /user=(?<who>\\w+)/ | filter ispresent(who) | display who', { who: 'bob' }],
    ['parse "user=*, ip=*" as user, ip | filter isIpv4InSubnet(ip, "10.0.0.0/24") | display ip', { ip: '10.0.0.7' }],
  ])('%s', async (query, row) => expect(await rowsOf(query)).toEqual([row])); // prettier-ignore

  it.each([
    ['filter @message like /ERROR|never/', 1],
    ['filter @message like "ERROR"', 1],
    ['filter @message like /(?i)error/', 1],
    ['filter @message =~ /bob/ # a comment', 1],
    ['filter @message not like /REPORT/', 4],
    ['filter not (@message like /REPORT/ or @message like /START/)', 3],
    ['filter @type in ["START", "END"]', 2],
    ['filter @duration > 12.3 and @duration < 100', 1],
    ['filter @type != "REPORT" and ispresent(@type)', 2],
    ['filter strcontains(@message, "cannot")', 1],
    ['filter @logStream = "s" and @log = "000000000000:/aws/lambda/f" | limit 3', 3],
  ])('%s leaves %i rows', async (query, count) => expect(await rowsOf(query)).toHaveLength(count));

  it('gather by time, in groups', async () => {
    expect(
      await rowsOf(
        'filter @type = "REPORT" | stats count(*) as n, sum(@billedDuration)/1000 as s, pct(@duration, 95) by bin(5m)',
      ),
    ).toEqual([
      { 'bin(5m)': '2026-01-15 12:05:00.000', n: '1', s: '0.3', 'pct(@duration, 95)': '300' },
      { 'bin(5m)': '2026-01-15 12:00:00.000', n: '1', s: '0.113', 'pct(@duration, 95)': '12.34' },
    ]);
  });

  it('gather everything into one row, also nothing', async () => {
    expect(
      await rowsOf(
        'stats count(*), count(@duration) as c, avg(@duration) as a, min(@duration) as lo, max(@duration) as hi, stddev(@duration) as d, count_distinct(@requestId) as r, earliest(@type) as first, latest(@type) as last',
      ),
    ).toEqual([
      { 'count(*)': '6', c: '2', a: '156.17', lo: '12.34', hi: '300', d: '203.4063', r: '2', first: 'START', last: 'REPORT' },
    ]); // prettier-ignore
    expect(await rowsOf('filter @message like "nothing has this" | stats count(*)')).toEqual([
      { 'count(*)': '0' },
    ]);
  });

  it('go on after stats, and leave out what was there before', async () => {
    expect(await rowsOf('stats count(*) as n by @requestId | filter n > 2 | sort n desc')).toEqual([
      { '@requestId': id(1), n: '4' },
    ]);
    expect(await rowsOf('filter ispresent(@type) | dedup @type | limit 9')).toHaveLength(3);
  });

  it('reads several groups as one log', async () => {
    const { rows } = await ask('fields @log, @timestamp | limit 4', {
      logGroupNames: ['/aws/lambda/f', 'other'],
    });
    expect(rows.map((row) => row['@timestamp']?.slice(14, 16))).toEqual(['09', '07', '07', '03']);
  });

  it('reads events that are large, or hold what parts others, as they are', async () => {
    const messages = ['plain', 'with \u001f inside', '\u001e', `large ${'é'.repeat(100_000)}`, '😀'];
    logs.sink.append(
      { ...place, logGroup: 'odd' },
      messages.map((message, index) => ({ timestamp: nowMs + index, message })),
    );
    const { rows } = await ask('fields @message, @ingestionTime | sort @timestamp asc', {
      logGroupName: 'odd',
    });
    expect(rows.map((row) => row['@message'])).toEqual(messages);
    expect(rows[0]?.['@ingestionTime']).toBe('2026-01-15 12:00:00.000');
  });

  it('hands results out in portions', async () => {
    const { answer, queryId } = await ask('fields @timestamp');
    const { queries } = await call('DescribeQueries', { status: 'Complete', maxResults: 1 });
    expect(queries).toMatchObject([
      { queryId, queryString: 'fields @timestamp', logGroupName: '/aws/lambda/f' },
    ]);
    const first = await call('GetQueryResults', { queryId, maxItems: 4 });
    const second = await call('GetQueryResults', { queryId, maxItems: 4, nextToken: first.nextToken });
    expect([...first.results, ...second.results]).toEqual(answer.results);
    expect(second.nextToken).toBeUndefined();
  });

  it('leads from a result to its whole event', async () => {
    const { answer } = await ask('filter level = "info" | fields level');
    const logRecordPointer = answer.results[0].at(-1).value;
    const { logRecord } = await call('GetLogRecord', { logRecordPointer });
    expect(logRecord).toMatchObject({ 'user.name': 'ada', '@logStream': 's', '@requestId': id(1), ok: '1' });
    await expect(call('GetLogRecord', { logRecordPointer: 'x' })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });
});

describe('refusals', () => {
  it('tells where a query cannot be read', async () => {
    const start = call('StartQuery', {
      ...range,
      logGroupName: 'other',
      queryString: 'fields @message\n| sorty x',
    });
    await expect(start).rejects.toMatchObject({
      code: 'MalformedQueryException',
      message: 'unexpected symbol found sorty at line 2 and position 2',
      members: { queryCompileError: { location: { startCharOffset: 18, endCharOffset: 23 } } },
    });
  });

  it.each([
    ['unnest a into b', 'NotImplemented'],
    ['fields jsonParse(@message) as x', 'NotImplemented'],
    ['filter @message like /(/', 'MalformedQueryException'],
    ['stats avg(count(*))', 'MalformedQueryException'],
    ['fields count(*)', 'MalformedQueryException'],
    ['dedup @type | sort @type', 'MalformedQueryException'],
    ['parse @message "* *" as a', 'MalformedQueryException'],
    ['', 'MalformedQueryException'],
  ])('%s is %s', async (queryString, code) => {
    const start = call('StartQuery', { ...range, logGroupName: 'other', queryString });
    await expect(start).rejects.toMatchObject({ code });
  });

  it('knows neither a group nor a query that is not there', async () => {
    const queryString = 'limit 1';
    const code = 'ResourceNotFoundException';
    await expect(call('StartQuery', { ...range, logGroupName: 'gone', queryString })).rejects.toMatchObject({
      code,
    });
    await expect(call('GetQueryResults', { queryId: 'gone' })).rejects.toMatchObject({ code });
  });
});

describe('a query that does not end', () => {
  it('can be stopped, also inside a regular expression', async () => {
    logs.sink.append({ ...place, logGroup: 'evil' }, [{ timestamp: nowMs, message: `${'a'.repeat(60)}!` }]);
    const { queryId } = await call('StartQuery', {
      ...range,
      logGroupName: 'evil',
      queryString: 'filter @message like /^(a+)+$/',
    });
    await expect
      .poll(async () => (await call('GetQueryResults', { queryId })).status, { interval: 5 })
      .toBe('Running');
    expect(await call('StopQuery', { queryId })).toEqual({ success: true });
    expect((await call('GetQueryResults', { queryId })).status).toBe('Cancelled');
    await expect(call('StopQuery', { queryId })).rejects.toMatchObject({ code: 'InvalidParameterException' });
    expect(await rowsOf('limit 1')).toHaveLength(1);
  });
});

describe('saved queries', () => {
  it('are kept, changed, listed by name and deleted', async () => {
    const token = { name: 'lambda/slow', queryString: 'limit 1', clientToken: 'once' };
    const { queryDefinitionId } = await call('PutQueryDefinition', token);
    expect(await call('PutQueryDefinition', token)).toEqual({ queryDefinitionId });
    await call('PutQueryDefinition', { ...token, queryDefinitionId, queryString: 'limit 2' });
    await call('PutQueryDefinition', { name: 'zebra', queryString: 'limit 3', logGroupNames: ['other'] });
    const first = await call('DescribeQueryDefinitions', { maxResults: 1 });
    expect(first.queryDefinitions).toMatchObject([{ name: 'lambda/slow', queryString: 'limit 2' }]);
    const second = await call('DescribeQueryDefinitions', { nextToken: first.nextToken });
    expect(second.queryDefinitions).toMatchObject([{ name: 'zebra', logGroupNames: ['other'] }]);
    expect(await call('DeleteQueryDefinition', { queryDefinitionId })).toEqual({ success: true });
    await expect(call('DeleteQueryDefinition', { queryDefinitionId })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});

it('tells which fields a group has', async () => {
  const { logGroupFields } = await call('GetLogGroupFields', {
    logGroupName: '/aws/lambda/f',
    time: nowSeconds,
  });
  const percents = Object.fromEntries(
    logGroupFields.map(({ name, percent }: { name: string; percent: number }) => [name, percent]),
  );
  expect(percents).toMatchObject({ '@message': 100, '@type': 67, level: 17, 'user.name': 17 });
});
