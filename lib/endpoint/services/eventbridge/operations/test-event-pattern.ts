import type { TestEventPatternRequest, TestEventPatternResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { matchesPattern } from '../../event-pattern/index.ts';
import { validationException } from '../errors.ts';
import { readPattern } from '../rules/rule-trigger.ts';
import type { EventsParts } from '../parts.ts';

const required = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

export function testEventPattern(
  _parts: EventsParts,
): Operation<Given<TestEventPatternRequest>, TestEventPatternResponse> {
  return (input) => {
    const pattern = readPattern(input.EventPattern);
    return { Result: matchesPattern(pattern, readEvent(input.Event)) };
  };
}

function readEvent(text: string): object {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    event = undefined;
  }
  const isEvent =
    typeof event === 'object' && event !== null && required.every((name) => Object.hasOwn(event, name));
  if (!isEvent) throw validationException('Parameter Event is not valid.');
  return event as object;
}
