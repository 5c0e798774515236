import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestContext } from '../service.ts';
import { createLogsService } from './index.ts';
import { createLogsRepository } from './repository.ts';
import { removeExpiredEvents } from './retention.ts';
import { openSideDatabase } from '../../store/open-side-database.ts';
import { logsMigrations } from '../../store/migrations/0010-logs-events.ts';

const day = 86_400_000;
let folder: string;
let nowMs: number;
let logs: ReturnType<typeof createLogsService>;
let failures: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lambdeck-logs-'));
  nowMs = Date.UTC(2026, 0, 15, 12);
  failures = [];
  logs = createLogsService({ folder, now: () => nowMs, onFailure: (message) => failures.push(message) });
});

afterEach(async () => {
  await logs.service.close?.();
  await rm(folder, { recursive: true, force: true });
});

// The shapes of answers are the SDK's and are checked through the SDK in lib/endpoint/tests; here they are read loosely.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
async function call(operation: string, input: object, signal = new AbortController().signal): Promise<any> {
  const context: RequestContext = {
    accountId: '000000000000',
    region: 'eu-west-1',
    requestId: 'r-1',
    headers: {},
    baseUrl: 'http://localhost:4566',
    signal,
  };
  const run = logs.service.operations[operation];
  if (!run) throw new Error(`no operation ${operation}`);
  return await run(input as never, context);
}

const place = { accountId: '000000000000', region: 'eu-west-1', logGroup: '/aws/lambda/f', logStream: 's' };
const named = { logGroupName: '/aws/lambda/f', logStreamName: 's' };

function appendNumbers(count: number, from = 0, logStream = 's'): void {
  const events = Array.from({ length: count }, (_, index) => ({
    timestamp: nowMs + from + index,
    message: `line ${from + index}`,
  }));
  logs.sink.append({ ...place, logStream }, events);
}

const messagesOf = (page: { events: { message: string }[] }) => page.events.map((event) => event.message);
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('what functions write', () => {
  it('comes back in its order with its own text, however many lines are written together', async () => {
    for (const count of [1, 19, 20, 21, 47]) {
      const logStream = `of-${count}`;
      appendNumbers(count, 0, logStream);
      const page = await call('GetLogEvents', {
        logGroupName: place.logGroup,
        logStreamName: logStream,
        startFromHead: true,
      });
      expect(messagesOf(page)).toEqual(Array.from({ length: count }, (_, index) => `line ${index}`));
      const found = await call('FilterLogEvents', {
        logGroupName: place.logGroup,
        logStreamNames: [logStream],
      });
      expect(new Set(found.events.map(({ eventId }: { eventId: string }) => eventId)).size).toBe(count);
    }
  });

  it('creates group and stream, and is there for the very next read', async () => {
    appendNumbers(3);
    expect(messagesOf(await call('GetLogEvents', { ...named, startFromHead: true }))).toEqual([
      'line 0',
      'line 1',
      'line 2',
    ]);
    const { logGroups } = await call('DescribeLogGroups', { logGroupNamePrefix: '/aws/' });
    expect(logGroups).toMatchObject([
      {
        logGroupName: '/aws/lambda/f',
        storedBytes: 18,
        arn: 'arn:aws:logs:eu-west-1:000000000000:log-group:/aws/lambda/f:*',
      },
    ]);
  });

  it('splits what is longer than an event can be, between characters', async () => {
    const message = '😀'.repeat(400_000);
    logs.sink.append(place, [{ timestamp: nowMs, message }]);
    const page = await call('FilterLogEvents', { logGroupName: place.logGroup });
    let text = messagesOf(page).join('');
    for (let token = page.nextToken; token;) {
      const next = await call('FilterLogEvents', { logGroupName: place.logGroup, nextToken: token });
      text += messagesOf(next).join('');
      token = next.nextToken;
    }
    expect(text).toBe(message);
  });

  it('keeps what follows a NUL character, and shows that as its picture', async () => {
    logs.sink.append(place, [{ timestamp: nowMs, message: 'a\0b' }]);
    expect(messagesOf(await call('GetLogEvents', named))).toEqual(['a\u2400b']);
  });

  it('survives closing and opening', async () => {
    appendNumbers(1);
    await logs.service.close?.();
    logs = createLogsService({ folder, now: () => nowMs, onFailure: () => undefined });
    expect(messagesOf(await call('GetLogEvents', named))).toEqual(['line 0']);
  });
});

describe('GetLogEvents', () => {
  it('walks forwards and stays at the end until something new comes', async () => {
    appendNumbers(5);
    const first = await call('GetLogEvents', { ...named, startFromHead: true, limit: 3 });
    const second = await call('GetLogEvents', { ...named, nextToken: first.nextForwardToken, limit: 3 });
    const third = await call('GetLogEvents', { ...named, nextToken: second.nextForwardToken });
    expect([messagesOf(first).length, messagesOf(second), messagesOf(third)]).toEqual([
      3,
      ['line 3', 'line 4'],
      [],
    ]);
    expect(third.nextForwardToken).toBe(second.nextForwardToken);
    appendNumbers(1, 5);
    expect(messagesOf(await call('GetLogEvents', { ...named, nextToken: third.nextForwardToken }))).toEqual([
      'line 5',
    ]);
    // Turning round at the end shows the last event again.
    const back = await call('GetLogEvents', { ...named, nextToken: third.nextBackwardToken, limit: 2 });
    expect(messagesOf(back)).toEqual(['line 3', 'line 4']);
  });

  it('shows the newest page first and walks backwards to the beginning', async () => {
    appendNumbers(5);
    const last = await call('GetLogEvents', { ...named, limit: 3 });
    expect(messagesOf(last)).toEqual(['line 2', 'line 3', 'line 4']);
    const earlier = await call('GetLogEvents', { ...named, nextToken: last.nextBackwardToken });
    expect(messagesOf(earlier)).toEqual(['line 0', 'line 1']);
    const none = await call('GetLogEvents', { ...named, nextToken: earlier.nextBackwardToken });
    expect(messagesOf(none)).toEqual([]);
    expect(none.nextBackwardToken).toBe(earlier.nextBackwardToken);
  });

  it('keeps a page to a megabyte and endTime out of the range', async () => {
    const message = 'x'.repeat(400_000);
    logs.sink.append(
      place,
      [0, 1, 2, 3].map((index) => ({ timestamp: nowMs + index, message })),
    );
    expect((await call('GetLogEvents', { ...named, startFromHead: true })).events).toHaveLength(2);
    expect(
      (await call('GetLogEvents', { ...named, startTime: nowMs + 1, endTime: nowMs + 2 })).events,
    ).toHaveLength(1);
  });

  it('refuses a foreign token, a missing stream and a missing group', async () => {
    appendNumbers(1);
    await expect(call('GetLogEvents', { ...named, nextToken: 'f/1/s' })).rejects.toEqual(
      code('InvalidParameterException'),
    );
    await expect(call('GetLogEvents', { ...named, logStreamName: 'no' })).rejects.toEqual(
      code('ResourceNotFoundException'),
    );
    await expect(call('GetLogEvents', { ...named, logGroupName: 'no' })).rejects.toEqual(
      code('ResourceNotFoundException'),
    );
  });
});

describe('FilterLogEvents', () => {
  it('reads all streams in order of time, filters and pages', async () => {
    appendNumbers(3, 0, 'a');
    appendNumbers(3, 1, 'b');
    const group = { logGroupName: place.logGroup };
    const seen: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await call('FilterLogEvents', { ...group, limit: 2, nextToken });
      seen.push(
        ...page.events.map(
          (event: { logStreamName: string; message: string }) => `${event.logStreamName} ${event.message}`,
        ),
      );
      nextToken = page.nextToken;
    } while (nextToken);
    expect(seen).toEqual(['a line 0', 'a line 1', 'b line 1', 'a line 2', 'b line 2', 'b line 3']);
    expect(messagesOf(await call('FilterLogEvents', { ...group, filterPattern: '"line 3"' }))).toEqual([
      'line 3',
    ]);
    expect((await call('FilterLogEvents', { ...group, logStreamNames: ['a', 'b'] })).events).toHaveLength(6);
    expect((await call('FilterLogEvents', { ...group, logStreamNames: ['a'] })).events).toHaveLength(3);
    expect((await call('FilterLogEvents', { ...group, logStreamNamePrefix: 'b' })).events).toHaveLength(3);
    expect(
      (await call('FilterLogEvents', { ...group, startTime: nowMs + 1, endTime: nowMs + 1 })).events,
    ).toHaveLength(2);
  });
});

describe('PutLogEvents', () => {
  beforeEach(async () => {
    await call('CreateLogGroup', { logGroupName: named.logGroupName });
    await call('CreateLogStream', named);
  });

  it('leaves out events out of time and says which', async () => {
    const at = (offset: number, message: string) => ({ timestamp: nowMs + offset, message });
    const put = (logEvents: object[]) => call('PutLogEvents', { ...named, logEvents });
    expect((await put([at(-15 * day, 'old'), at(-14 * day, 'edge')])).rejectedLogEventsInfo).toEqual({
      tooOldLogEventEndIndex: 1,
    });
    expect((await put([at(0, 'now'), at(3 * 3_600_000, 'new')])).rejectedLogEventsInfo).toEqual({
      tooNewLogEventStartIndex: 1,
    });
    await call('PutRetentionPolicy', { logGroupName: named.logGroupName, retentionInDays: 1 });
    expect((await put([at(-2 * day, 'expired')])).rejectedLogEventsInfo).toEqual({
      expiredLogEventEndIndex: 1,
    });
    expect(messagesOf(await call('GetLogEvents', named))).toEqual(['edge', 'now']);
  });

  it.each([
    ['no events', []],
    ['disorder', [5, 4]],
    ['more than a day', [-2 * day, 0]],
    ['an empty message', [0], ''],
    ['too large a batch', [0, 0], 'x'.repeat(600_000)],
  ])('refuses %s', async (_name, offsets: number[], message = 'm') => {
    const logEvents = offsets.map((offset) => ({ timestamp: nowMs + offset, message }));
    await expect(call('PutLogEvents', { ...named, logEvents })).rejects.toEqual(
      code('InvalidParameterException'),
    );
    expect((await call('GetLogEvents', named)).events).toEqual([]);
  });
});

describe('groups and streams', () => {
  it('refuses what exists, what is malformed and what is not there', async () => {
    await call('CreateLogGroup', { logGroupName: 'g' });
    await expect(call('CreateLogGroup', { logGroupName: 'g' })).rejects.toEqual(
      code('ResourceAlreadyExistsException'),
    );
    await expect(call('CreateLogGroup', { logGroupName: 'a b' })).rejects.toEqual(
      code('InvalidParameterException'),
    );
    await expect(call('CreateLogStream', { logGroupName: 'g', logStreamName: 'a:b' })).rejects.toEqual(
      code('InvalidParameterException'),
    );
    await expect(call('DeleteLogGroup', { logGroupName: 'h' })).rejects.toEqual(
      code('ResourceNotFoundException'),
    );
    await expect(call('PutRetentionPolicy', { logGroupName: 'g', retentionInDays: 2 })).rejects.toEqual(
      code('InvalidParameterException'),
    );
  });

  it('lists streams by name and by last event, both ways and in pages', async () => {
    appendNumbers(1, 2, 'a');
    appendNumbers(1, 0, 'b');
    appendNumbers(1, 1, 'c');
    await call('CreateLogStream', { logGroupName: place.logGroup, logStreamName: 'd' });
    const list = async (input: object) => {
      const names: string[] = [];
      let nextToken: string | undefined;
      do {
        const page = await call('DescribeLogStreams', {
          logGroupName: place.logGroup,
          limit: 3,
          ...input,
          nextToken,
        });
        names.push(...page.logStreams.map((stream: { logStreamName: string }) => stream.logStreamName));
        nextToken = page.nextToken;
      } while (nextToken);
      return names.join('');
    };
    expect(await list({})).toBe('abcd');
    expect(await list({ descending: true })).toBe('dcba');
    expect(await list({ orderBy: 'LastEventTime' })).toBe('dbca');
    expect(await list({ orderBy: 'LastEventTime', descending: true })).toBe('acbd');
    expect(await list({ logStreamNamePrefix: 'b' })).toBe('b');
    await expect(list({ orderBy: 'LastEventTime', logStreamNamePrefix: 'b' })).rejects.toEqual(
      code('InvalidParameterException'),
    );
  });

  it('pages through groups and finds them by a part of the name', async () => {
    for (const logGroupName of ['a', 'b', 'Cat'])
      await call('CreateLogGroup', { logGroupName, tags: { team: 'x' } });
    const first = await call('DescribeLogGroups', { limit: 2 });
    const second = await call('DescribeLogGroups', { limit: 2, nextToken: first.nextToken });
    const names = [...first.logGroups, ...second.logGroups].map(
      (group: { logGroupName: string }) => group.logGroupName,
    );
    expect(names).toEqual(['Cat', 'a', 'b']);
    expect(second.nextToken).toBeUndefined();
    expect((await call('DescribeLogGroups', { logGroupNamePattern: 'cat' })).logGroups).toHaveLength(1);
    const resourceArn = first.logGroups[0].logGroupArn;
    await call('TagResource', { resourceArn, tags: { stage: 'y' } });
    await call('UntagResource', { resourceArn, tagKeys: ['team'] });
    expect(await call('ListTagsForResource', { resourceArn })).toEqual({ tags: { stage: 'y' } });
  });

  it('removes deleted and expired events, and nothing else', async () => {
    appendNumbers(1500, -2 * day, 'old');
    appendNumbers(10, 0, 'kept');
    appendNumbers(5, 0, 'gone');
    await call('PutRetentionPolicy', { logGroupName: place.logGroup, retentionInDays: 1 });
    await call('DeleteLogStream', { logGroupName: place.logGroup, logStreamName: 'gone' });
    expect(
      (await call('FilterLogEvents', { logGroupName: place.logGroup, startTime: nowMs - 1 })).events,
    ).toHaveLength(10);
    const database = openSideDatabase(folder, 'logs.db', logsMigrations);
    await removeExpiredEvents(createLogsRepository(database), nowMs, new AbortController().signal);
    expect(database.statement('SELECT count(*) AS count FROM logs_event').get()).toEqual({ count: 10 });
    database.close();
  });
});

describe('StartLiveTail', () => {
  const arn = 'arn:aws:logs:eu-west-1:000000000000:log-group:/aws/lambda/f';

  it('starts, shows what is written from now on, samples a flood and ends with its caller', async () => {
    appendNumbers(1);
    const abort = new AbortController();
    const { responseStream } = await call(
      'StartLiveTail',
      { logGroupIdentifiers: [arn], logEventFilterPattern: 'line' },
      abort.signal,
    );
    const events = responseStream[Symbol.asyncIterator]();
    expect((await events.next()).value.sessionStart).toMatchObject({
      requestId: 'r-1',
      logGroupIdentifiers: [arn],
    });
    appendNumbers(1, 1);
    logs.sink.append(place, [{ timestamp: nowMs, message: 'other' }]);
    expect((await events.next()).value.sessionUpdate).toMatchObject({
      sessionMetadata: { sampled: false },
      sessionResults: [{ message: 'line 1', logGroupIdentifier: '000000000000:/aws/lambda/f' }],
    });
    appendNumbers(800, 2);
    const { sessionUpdate } = (await events.next()).value;
    expect(sessionUpdate.sessionMetadata).toEqual({ sampled: true });
    expect(sessionUpdate.sessionResults).toHaveLength(500);
    abort.abort();
    expect((await events.next()).done).toBe(true);
  });

  it('ends after three hours', async () => {
    appendNumbers(1);
    const { responseStream } = await call('StartLiveTail', { logGroupIdentifiers: [arn] });
    const kinds: string[] = [];
    for await (const event of responseStream) {
      kinds.push(...Object.keys(event));
      nowMs += 3 * 3_600_000;
    }
    expect(kinds).toEqual(['sessionStart', 'SessionTimeoutException']);
  });

  it('refuses a group that is not there, a bare name and a sixteenth session', async () => {
    await expect(call('StartLiveTail', { logGroupIdentifiers: [arn] })).rejects.toEqual(
      code('ResourceNotFoundException'),
    );
    appendNumbers(1);
    await expect(call('StartLiveTail', { logGroupIdentifiers: ['/aws/lambda/f'] })).rejects.toEqual(
      code('InvalidParameterException'),
    );
    const abort = new AbortController();
    const sessions = [];
    for (let index = 0; index < 15; index += 1) {
      const { responseStream } = await call('StartLiveTail', { logGroupIdentifiers: [arn] }, abort.signal);
      const session = responseStream[Symbol.asyncIterator]();
      await session.next();
      sessions.push(session);
    }
    await expect(call('StartLiveTail', { logGroupIdentifiers: [arn] })).rejects.toEqual(
      code('LimitExceededException'),
    );
    abort.abort();
    for (const session of sessions) expect((await session.next()).done).toBe(true);
  });
});
