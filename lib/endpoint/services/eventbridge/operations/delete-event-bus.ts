import type { DeleteEventBusRequest } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { validationException } from '../errors.ts';
import { defaultBus } from '../records.ts';
import type { EventsParts } from '../parts.ts';

/** A bus that is not there is no mistake. */
export function deleteEventBus({
  repository,
  commits,
}: EventsParts): Operation<Given<DeleteEventBusRequest>, object> {
  return async (input, context) => {
    const { Name: name } = input;
    if (name === defaultBus) throw validationException('Cannot delete event bus default.');
    const { accountId, region } = context;
    const bus = { accountId, region, name };
    await commits.run(() => {
      if (repository.countRules(bus) > 0)
        throw validationException(`Event bus ${name} cannot be deleted since it has rules.`);
      repository.deleteBus(bus);
    });
    return {};
  };
}
