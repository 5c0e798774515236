import { describe, expect, test } from 'vitest';
import type { InvocationOutcome } from '../../../runtimes/launch.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { ServiceError } from '../../../errors.ts';
import { openLambda, ready, refusalOf, report, type TestLambda } from './harness.ts';

const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:fn';
const done: InvocationOutcome = { kind: 'success', payload: Buffer.from('1'), report };

/** Functions whose calls go on until `finish` lets the oldest ones end. */
async function openBusy(names: readonly string[], concurrencyLimit = 1000) {
  const lambda = await openLambda({ concurrencyLimit });
  for (const FunctionName of names) {
    await lambda.create({ FunctionName });
    await ready(lambda, FunctionName);
  }
  const running: ((outcome: InvocationOutcome) => void)[] = [];
  lambda.script.answer = () => new Promise((resolve) => running.push(resolve));
  return {
    lambda,
    running,
    /** Resolves when the calls have ended, too: they need no more than promises for it. */
    finish(count: number) {
      running.splice(0, count).forEach((end) => end(done));
      return new Promise((resolve) => setImmediate(resolve));
    },
    async [Symbol.asyncDispose]() {
      running.forEach((end) => end(done));
      await lambda[Symbol.asyncDispose]();
    },
  };
}

const invoke = (lambda: TestLambda, FunctionName = 'fn') => lambda.call('Invoke', { FunctionName });
const reserve = (lambda: TestLambda, units: number, FunctionName = 'fn') =>
  lambda.call('PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions: units });

/** Starts calls at once; gives the reasons of those refused, once every other one runs. */
function burst(lambda: TestLambda, count: number, name = 'fn') {
  const refused: unknown[] = [];
  const calls = Array.from({ length: count }, () =>
    invoke(lambda, name).catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error;
      refused.push(`${error.code} ${error.status} ${String(error.members['Reason'])}: ${error.message}`);
    }),
  );
  return { refused, ended: () => Promise.all(calls) };
}

const reservedReached =
  'TooManyRequestsException 429 ReservedFunctionConcurrentInvocationLimitExceeded: Rate Exceeded.';
const accountReached = 'TooManyRequestsException 429 ConcurrentInvocationLimitExceeded: Rate Exceeded.';

describe('past the limit', () => {
  test('of the account, of 1050 calls at once exactly 50 are refused', async () => {
    await using busy = await openBusy(['fn', 'other']);
    const { lambda, running, finish } = busy;
    const first = burst(lambda, 1050);
    await expect.poll(() => running.length).toBe(1000);
    expect(first.refused).toEqual(Array.from({ length: 50 }, () => accountReached));
    // The units are the account's, not the function's; another Region has its own.
    expect(await refusalOf(invoke(lambda, 'other'))).toMatch(/^TooManyRequestsException 429/);
    await finish(2);
    const second = burst(lambda, 3, 'other');
    await expect.poll(() => running.length).toBe(1000);
    expect(second.refused).toEqual([accountReached]);
    await finish(1000);
    await first.ended();
    await second.ended();
    const third = burst(lambda, 1000);
    await expect.poll(() => running.length).toBe(1000);
    expect(third.refused).toEqual([]);
    await finish(1000);
    await third.ended();
  });

  test('of a reservation, whatever the others do, and the others whatever it does', async () => {
    await using busy = await openBusy(['fn', 'other'], 105);
    const { lambda, running, finish } = busy;
    await reserve(lambda, 5);
    const own = burst(lambda, 8);
    const others = burst(lambda, 102, 'other');
    await expect.poll(() => running.length).toBe(105);
    expect(own.refused).toEqual([reservedReached, reservedReached, reservedReached]);
    expect(others.refused).toEqual([accountReached, accountReached]);
    // Calls in flight change pools with their function.
    await lambda.call('DeleteFunctionConcurrency', { FunctionName: 'fn' });
    expect(await refusalOf(invoke(lambda))).toMatch(/^TooManyRequestsException/);
    await finish(1);
    const next = burst(lambda, 2);
    await expect.poll(() => running.length).toBe(105);
    expect(next.refused).toEqual([accountReached]);
    await finish(105);
    await Promise.all([own.ended(), others.ended(), next.ended()]);
  });

  test('a failure or a streamed answer gives its unit back too', async () => {
    await using lambda = await openLambda({ concurrencyLimit: 1 });
    await lambda.create();
    await ready(lambda);
    for (let time = 0; time < 3; time += 1) {
      lambda.script.answer = () => Promise.reject(new Error('broken'));
      await expect(invoke(lambda)).rejects.toThrow('broken');
      lambda.script.answer = () => ({ kind: 'not-run', reason: 'closing' });
      expect(await refusalOf(invoke(lambda))).toMatch(/^ServiceException/);
      lambda.script.answer = () => done;
      await lambda.call('InvokeWithResponseStream', { FunctionName: 'fn' });
    }
    await invoke(lambda);
  });
});

describe('reserved concurrency', () => {
  test('of 0 stops the function, streams too', async () => {
    await using busy = await openBusy(['fn']);
    const { lambda } = busy;
    expect(await reserve(lambda, 0)).toEqual({ ReservedConcurrentExecutions: 0 });
    const { refused, ended } = burst(lambda, 1);
    await ended();
    expect(refused).toEqual([reservedReached]);
    expect(await refusalOf(lambda.call('InvokeWithResponseStream', { FunctionName: 'fn' }))).toBe(
      'TooManyRequestsException 429: Rate Exceeded.',
    );
  });

  test('shows in Get and in the account, ends with the function, and outlives a restart', async () => {
    await using store = await openTemporaryStore();
    const before = await openLambda({ store });
    await before.create();
    await ready(before);
    const get = (lambda: TestLambda) => lambda.call('GetFunctionConcurrency', { FunctionName: 'fn' });
    expect(await get(before)).toEqual({});
    await reserve(before, 300);
    await reserve(before, 200);
    await before.service.close?.();

    await using lambda = await openLambda({ store });
    expect(await get(lambda)).toEqual({ ReservedConcurrentExecutions: 200 });
    expect((await lambda.call('GetFunction', { FunctionName: 'fn' }))['Concurrency']).toEqual({
      ReservedConcurrentExecutions: 200,
    });
    const account = async () => (await lambda.call('GetAccountSettings', {}))['AccountLimit'];
    expect(await account()).toMatchObject({
      ConcurrentExecutions: 1000,
      UnreservedConcurrentExecutions: 800,
    });
    await lambda.call('DeleteFunction', { FunctionName: 'fn' });
    expect(await account()).toMatchObject({ UnreservedConcurrentExecutions: 1000 });
    await lambda.create();
    expect(await get(lambda)).toEqual({});
  });

  test('is refused where AWS refuses it', async () => {
    await using busy = await openBusy(['fn', 'other']);
    const { lambda } = busy;
    await reserve(lambda, 900);
    const tooMuch =
      "InvalidParameterValueException 400: Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].";
    expect(await refusalOf(reserve(lambda, 901))).toBe(tooMuch);
    expect(await refusalOf(reserve(lambda, 1, 'other'))).toBe(tooMuch);
    await reserve(lambda, 0, 'other');
    expect(await refusalOf(reserve(lambda, 1, 'gone'))).toBe(
      `ResourceNotFoundException 404: Function not found: ${arn.replace(/fn$/, 'gone')}:$LATEST`,
    );
    const qualified =
      'InvalidParameterValueException 400: This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.';
    expect(await refusalOf(reserve(lambda, 1, 'fn:1'))).toBe(qualified);
    expect(await refusalOf(lambda.call('DeleteFunctionConcurrency', { FunctionName: `${arn}:live` }))).toBe(
      qualified,
    );
    expect(await refusalOf(reserve(lambda, -1))).toMatch(
      /Value '-1' at 'reservedConcurrentExecutions' .* greater than or equal to 0$/,
    );
  });
});
