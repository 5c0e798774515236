import type { CreateEventBusRequest, CreateEventBusResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { notImplemented } from '../../../errors.ts';
import { resourceAlreadyExists } from '../errors.ts';
import { busArn, findBus } from '../names.ts';
import { assertLength, assertName, assertTags, readTags } from '../rules/constraints.ts';
import type { EventsParts } from '../parts.ts';

export function createEventBus({
  repository,
  commits,
  clock,
}: EventsParts): Operation<Given<CreateEventBusRequest>, CreateEventBusResponse> {
  return async (input, context) => {
    const { Name: name } = input;
    assertName(name, 'name', 256);
    if (input.EventSourceName !== undefined) throw notImplemented('A partner event source');
    if (input.DeadLetterConfig?.Arn !== undefined)
      throw notImplemented('A dead-letter queue of an event bus');
    if (input.KmsKeyIdentifier) throw notImplemented('A key of an event bus (KmsKeyIdentifier)');
    if ((input.LogConfig?.Level ?? 'OFF') !== 'OFF')
      throw notImplemented('A log of an event bus (LogConfig)');
    assertLength(input.Description, 'description', 512);
    const tags = readTags(input.Tags);
    assertTags(tags);
    const { accountId, region } = context;
    const bus = { accountId, region, name };
    await commits.run(() => {
      if (findBus(repository, bus)) throw resourceAlreadyExists(`Event bus ${name} already exists.`);
      const nowMs = clock.now();
      repository.putBus({
        ...bus,
        description: input.Description,
        policy: undefined,
        tags,
        createdMs: nowMs,
        modifiedMs: nowMs,
      });
    });
    return {
      EventBusArn: busArn(bus),
      ...(input.Description !== undefined && { Description: input.Description }),
    };
  };
}
