import type { DescribeEventBusRequest, DescribeEventBusResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findBusOrThrow } from '../names.ts';
import { toBusView } from '../output.ts';
import type { EventsParts } from '../parts.ts';

export function describeEventBus({
  repository,
}: EventsParts): Operation<Given<DescribeEventBusRequest>, DescribeEventBusResponse> {
  return (input, context) => {
    const bus = findBusOrThrow(repository, input.Name, context);
    return { ...toBusView(bus) };
  };
}
