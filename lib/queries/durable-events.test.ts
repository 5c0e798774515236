import type { Event } from '@aws-sdk/client-lambda';
import { expect, it } from 'vitest';
import { toDurableEvent, toShownEvent } from './durable-events';

const at = new Date('2026-11-28T09:00:00Z');
const failed: Event = {
  EventType: 'StepFailed',
  EventId: 7,
  Id: 'pay',
  ParentId: 'order',
  Name: 'pay',
  EventTimestamp: at,
  StepFailedDetails: {
    Error: { Payload: { ErrorType: 'Refused', ErrorMessage: 'no money' }, Truncated: true },
    RetryDetails: { CurrentAttempt: 2, NextAttemptDelaySeconds: 30 },
  },
};

it('reads of a failed step its attempt, its next one and its error', () => {
  expect(toDurableEvent(failed)).toMatchObject({
    eventId: 7,
    operationId: 'pay',
    parentId: 'order',
    at: at.toISOString(),
    attempt: 2,
    nextAttemptSeconds: 30,
    error: 'Refused: no money',
  });
});

it('reads the callback that is waited for, the end of a wait, and the execution that was called', () => {
  const callback = toDurableEvent({
    EventType: 'CallbackStarted',
    CallbackStartedDetails: { CallbackId: 'c-1', Timeout: 60 },
  });
  expect(callback.callbackId).toBe('c-1');
  const wait = toDurableEvent({
    EventType: 'WaitStarted',
    WaitStartedDetails: { Duration: 5, ScheduledEndTimestamp: at },
  });
  expect(wait.waitsUntil).toBe(at.toISOString());
  const called = toDurableEvent({
    EventType: 'ChainedInvokeStarted',
    ChainedInvokeStartedDetails: { FunctionName: 'other', DurableExecutionArn: 'arn:child' },
  });
  expect(called.childArn).toBe('arn:child');
});

it('shows the data of an event, and tells where there is less of it than there was', () => {
  const shown = toShownEvent(failed);
  expect(JSON.parse(shown.data)).toMatchObject({ RetryDetails: { CurrentAttempt: 2 } });
  expect(shown.isTruncated).toBe(true);
  const long = toShownEvent({
    EventType: 'ExecutionSucceeded',
    ExecutionSucceededDetails: { Result: { Payload: 'x'.repeat(30_000) } },
  });
  expect(long.isTruncated).toBe(true);
  expect(long.data.length).toBe(20_000);
  const bare = toShownEvent({ EventType: 'ContextStarted', ContextStartedDetails: {} });
  expect(bare).toMatchObject({ data: '', isTruncated: false });
});
