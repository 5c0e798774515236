import { expect, it } from 'vitest';
import { operationsOf, type DurableEvent } from './durable-operations';

let eventId = 0;
function event(
  type: string,
  operationId: string | undefined,
  more: Partial<DurableEvent> = {},
): DurableEvent {
  eventId += 1;
  return {
    eventId,
    type,
    operationId,
    parentId: undefined,
    name: '',
    subType: '',
    at: new Date(eventId * 1000).toISOString(),
    attempt: undefined,
    nextAttemptSeconds: undefined,
    waitsUntil: undefined,
    callbackId: undefined,
    childArn: undefined,
    error: undefined,
    ...more,
  };
}

it('writes operations below their parents, in the order in which they began', () => {
  const operations = operationsOf([
    event('ExecutionStarted', 'root'),
    event('ContextStarted', 'order', { parentId: 'root', name: 'order' }),
    event('WaitStarted', 'wait', { parentId: 'root' }),
    event('StepStarted', 'pay', { parentId: 'order', name: 'pay' }),
    event('StepSucceeded', 'pay', { parentId: 'order' }),
    event('InvocationCompleted', undefined),
  ]);
  expect(operations.map(({ id, depth }) => [id, depth])).toEqual([
    ['order', 0],
    ['pay', 1],
    ['wait', 0],
  ]);
  expect(operations[1]).toMatchObject({ type: 'Step', name: 'pay', status: 'succeeded', attempts: 1 });
});

it('tells a step that is tried again from one that has failed', () => {
  const failed = { error: 'Error: no', attempt: 1 };
  const first = [event('StepStarted', 's'), event('StepFailed', 's', { ...failed, nextAttemptSeconds: 5 })];
  expect(operationsOf(first)[0]).toMatchObject({
    status: 'retrying',
    attempts: 1,
    nextAttemptSeconds: 5,
    endedAt: undefined,
    error: 'Error: no',
  });
  const second = [...first, event('StepStarted', 's'), event('StepFailed', 's', { ...failed, attempt: 2 })];
  expect(operationsOf(second)[0]).toMatchObject({
    status: 'failed',
    attempts: 2,
    nextAttemptSeconds: undefined,
  });
  const third = [...first, event('StepStarted', 's'), event('StepSucceeded', 's')];
  expect(operationsOf(third)[0]).toMatchObject({ status: 'succeeded', attempts: 2, error: undefined });
});

it.each([
  ['CallbackTimedOut', 'timed-out'],
  ['ChainedInvokeStopped', 'stopped'],
  ['WaitCancelled', 'cancelled'],
] as const)('%s is %s', (type, status) => {
  const start = type.replace(/(TimedOut|Stopped|Cancelled)$/, 'Started');
  const [operation] = operationsOf([event(start, 'x', { callbackId: 'c' }), event(type, 'x')]);
  expect(operation).toMatchObject({ status, callbackId: 'c' });
  expect(operation?.endedAt).toBeDefined();
});

it('comes to an end where parents go round in circles, or are unknown', () => {
  expect(
    operationsOf([
      event('ContextStarted', 'a', { parentId: 'b' }),
      event('ContextStarted', 'b', { parentId: 'a' }),
      event('StepStarted', 'c', { parentId: 'gone' }),
      event('SomethingNew', 'd'),
    ]).map(({ id }) => id),
  ).toEqual(['c']);
});
