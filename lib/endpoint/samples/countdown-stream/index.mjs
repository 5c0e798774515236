import { setTimeout as wait } from 'node:timers/promises';

const stepMs = Number(process.env.STEP_MS ?? '250');

/**
 * Streams its answer: the first words leave while the last are not yet known. Call it with response streaming
 * (InvokeWithResponseStream) to see them arrive one by one.
 *
 * Try: {"from": 5}
 */
export const handler = awslambda.streamifyResponse(async (event, responseStream, context) => {
  responseStream.setContentType('text/plain');
  const from = Math.min(Math.max(Math.trunc(event?.from ?? 5), 1), 20);
  for (let count = from; count > 0; count -= 1) {
    responseStream.write(`${count} … ${context.getRemainingTimeInMillis()} ms left\n`);
    await wait(stepMs);
  }
  responseStream.write('Lift-off\n');
  responseStream.end();
});
