import type { SetQueueAttributesRequest } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { invalidAttributeValue } from '../errors.ts';
import type { SqsParts } from '../parts.ts';
import { findQueueByUrl } from '../queue-names.ts';
import { assertRedrive } from '../redrive.ts';
import type { QueueRecord } from '../records.ts';
import { checkAttributes, isFifoName } from '../rules/queue-attributes.ts';

export function setQueueAttributes(parts: SqsParts): Operation<Given<SetQueueAttributesRequest>, object> {
  const { repository, commits, clock, arrivals } = parts;
  return async (input, context) => {
    const given = input.Attributes;
    const id = await commits.run(() => {
      const queue = findQueueByUrl(repository, input.QueueUrl, context);
      const checked = checkAttributes(given, isFifoName(queue.name));
      if (checked.FifoQueue === 'false') {
        throw invalidAttributeValue(
          'Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.',
        );
      }
      const merged = Object.entries({ ...queue.attributes, ...checked }).filter(([, value]) => value !== '');
      const next: QueueRecord = {
        ...queue,
        attributes: Object.fromEntries(merged),
        modifiedMs: clock.now(),
      };
      assertRedrive(parts, next);
      repository.updateQueue(next);
      return queue.id;
    });
    arrivals.notify(id);
    return {};
  };
}
