import { InvokeCommand } from '@aws-sdk/client-lambda';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { clientsFor, createNodeFunction } from './clients.ts';
import { startProgram, temporaryFolder } from './program.ts';

const eventCount = 600;

/** Each run leaves a file named after the event; runs of one event leave the same name. */
const source = `
import { writeFileSync } from 'node:fs';
export const handler = async ({ folder, index }) => {
  writeFileSync(folder + '/' + index, '');
};`;

it('runs every accepted event, also those that wait or run when the endpoint is killed', async () => {
  const folder = await temporaryFolder();
  const data = path.join(folder, 'data');
  const seen = path.join(folder, 'seen');
  try {
    const accepted: number[] = [];
    {
      // Without a sandbox functions may write where the test can read.
      await using program = await startProgram({
        folder: data,
        environment: { LAMBDECK_ISOLATION: 'portable' },
      });
      using clients = clientsFor(program.ready.url);
      await createNodeFunction(clients, 'count', source);
      await mkdir(seen);
      const send = async (index: number) => {
        await clients.lambda.send(
          new InvokeCommand({
            FunctionName: 'count',
            InvocationType: 'Event',
            Payload: JSON.stringify({ folder: seen, index }),
          }),
        );
        accepted.push(index);
      };
      const sending = Promise.allSettled(Array.from({ length: eventCount }, (_, index) => send(index)));
      // Killed while some run, some wait and some are still on their way in.
      await vi.waitUntil(() => accepted.length > eventCount / 4, { interval: 1, timeout: 15_000 });
      await program.end('SIGKILL');
      await sending;
    }
    expect(accepted.length).toBeGreaterThan(0);
    expect((await readdir(seen)).length).toBeLessThan(eventCount);
    await using program = await startProgram({
      folder: data,
      environment: { LAMBDECK_ISOLATION: 'portable' },
    });
    const done = async () => {
      const names = new Set(await readdir(seen));
      return accepted.every((index) => names.has(String(index)));
    };
    await vi.waitUntil(done, { interval: 20, timeout: 30_000 });
    expect(await done()).toBe(true);
    expect(program.ready.recovered.join(' ')).toContain('did not stop cleanly');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
