import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
  TagResourceCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { clientsFor, invoke, roleArn, zipOf, type Clients } from './clients.ts';
import { startProgram, temporaryFolder } from './program.ts';

const rounds = 4;
const log = { logGroupName: 'crash', logStreamName: 'events' };

/** What the endpoint has acknowledged, and so must still know. */
interface Acknowledged {
  readonly descriptions: Map<string, string>;
  readonly deleted: Set<string>;
  readonly messages: string[];
}

/** Writes without end, noting each acknowledgement, until the endpoint is gone. */
async function writeUntilGone(clients: Clients, acknowledged: Acknowledged, round: number): Promise<void> {
  const { lambda, logs } = clients;
  const archive = await zipOf({ 'index.mjs': 'export const handler = async () => "alive";' });
  try {
    for (let count = 0; ; count += 1) {
      const FunctionName = `f-${round}-${count}`;
      await lambda.send(
        new CreateFunctionCommand({
          FunctionName,
          Runtime: 'nodejs22.x',
          Role: roleArn,
          Handler: 'index.handler',
          Description: 'created',
          Code: { ZipFile: archive },
        }),
      );
      acknowledged.descriptions.set(FunctionName, 'created');
      const message = `created ${FunctionName}`;
      await logs.send(new PutLogEventsCommand({ ...log, logEvents: [{ timestamp: Date.now(), message }] }));
      acknowledged.messages.push(message);
      await waitUntilFunctionActiveV2(
        { client: lambda, maxWaitTime: 5, minDelay: 0.01, maxDelay: 0.05 },
        { FunctionName },
      );
      // Between asking and hearing, either description is right.
      acknowledged.descriptions.set(FunctionName, 'created|updated');
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Description: 'updated' }));
      acknowledged.descriptions.set(FunctionName, 'updated');
      if (count % 3 !== 2) continue;
      const gone = `f-${round}-${count - 1}`;
      await waitUntilFunctionUpdatedV2(
        { client: lambda, maxWaitTime: 5, minDelay: 0.01, maxDelay: 0.05 },
        { FunctionName: gone },
      );
      acknowledged.descriptions.delete(gone);
      await lambda.send(new DeleteFunctionCommand({ FunctionName: gone }));
      acknowledged.deleted.add(gone);
    }
  } catch (error) {
    // The endpoint was killed in the middle of a call; anything else is a failure of its own.
    if (
      error instanceof Error &&
      /ECONN|socket|hang up|TimeoutError|EPIPE/.test(`${error.name} ${error.message} ${String(error)}`)
    )
      return;
    throw error;
  }
}

it('keeps everything it acknowledged when it is killed at any moment', { timeout: 90_000 }, async () => {
  const root = await temporaryFolder();
  const folder = path.join(root, 'data');
  const acknowledged: Acknowledged = { descriptions: new Map(), deleted: new Set(), messages: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const program = await startProgram({ folder });
      using clients = clientsFor(program.ready.url);
      if (round === 0) {
        expect(program.ready.recovered).toEqual([]);
        await clients.logs.send(new CreateLogGroupCommand(log));
        await clients.logs.send(new CreateLogStreamCommand(log));
      } else {
        expect(program.ready.recovered[0]).toContain('did not stop cleanly');
        await expectAcknowledged(clients, acknowledged);
      }
      const writing = writeUntilGone(clients, acknowledged, round);
      const before = acknowledged.messages.length;
      await expect
        .poll(() => acknowledged.messages.length, { timeout: 10_000, interval: 5 })
        .toBeGreaterThan(before + 2 + round);
      await program.end('SIGKILL');
      await writing;
    }
    const last = await startProgram({ folder });
    using clients = clientsFor(last.ready.url);
    await expectAcknowledged(clients, acknowledged);
    const [survivor = ''] = acknowledged.descriptions.keys();
    await waitUntilFunctionActiveV2(
      { client: clients.lambda, maxWaitTime: 5, minDelay: 0.05, maxDelay: 0.2 },
      { FunctionName: survivor },
    );
    expect((await invoke(clients, survivor)).payload).toBe('alive');
    await clients.lambda.send(
      new TagResourceCommand({
        Resource: `arn:aws:lambda:us-east-1:000000000000:function:${survivor}`,
        Tags: { kept: 'yes' },
      }),
    );
    expect((await last.end()).code).toBe(0);
    // After a clean stop nothing is reported.
    const clean = await startProgram({ folder });
    expect(clean.ready.recovered).toEqual([]);
    await clean.end();
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

async function expectAcknowledged(
  { lambda, logs }: Clients,
  { descriptions, deleted, messages }: Acknowledged,
): Promise<void> {
  for (const [FunctionName, expected] of descriptions) {
    const { Description } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    expect(expected.split('|'), FunctionName).toContain(Description);
  }
  const { Functions } = await lambda.send(new ListFunctionsCommand({ MaxItems: 1000 }));
  expect(Functions?.filter((fn) => deleted.has(fn.FunctionName ?? ''))).toEqual([]);
  const { events } = await logs.send(new GetLogEventsCommand({ ...log, startFromHead: true }));
  expect(events?.map((event) => event.message)).toEqual(expect.arrayContaining(messages));
}
