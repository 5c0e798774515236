import type { CreateQueueRequest, CreateQueueResult } from '@aws-sdk/client-sqs';
import type { Given, Operation } from '../../service.ts';
import { invalidParameterValue, queueNameExists } from '../errors.ts';
import type { SqsParts } from '../parts.ts';
import { assertQueueName, queueUrl } from '../queue-names.ts';
import { assertRedrive } from '../redrive.ts';
import type { QueueRecord } from '../records.ts';
import { checkAttributes, effectiveAttributes, isFifoName } from '../rules/queue-attributes.ts';
import { assertTags } from '../rules/tags.ts';

export function createQueue(parts: SqsParts): Operation<Given<CreateQueueRequest>, CreateQueueResult> {
  const { repository, commits, clock } = parts;
  return async (input, { accountId, region, baseUrl }) => {
    const name = input.QueueName;
    assertQueueName(name);
    const isFifo = isFifoName(name);
    const given = input.Attributes ?? {};
    const isAskedFifo = given.FifoQueue?.toLowerCase() === 'true';
    if (isFifo && !isAskedFifo) {
      throw invalidParameterValue(
        'The name of a FIFO queue can only end in .fifo with FifoQueue set to true.',
      );
    }
    if (!isFifo && isAskedFifo) {
      throw invalidParameterValue(
        'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length',
      );
    }
    const attributes = withoutEmpty(checkAttributes(given, isFifo));
    const tags = { ...input.tags };
    assertTags(tags);
    const nowMs = clock.now();
    const queue: Omit<QueueRecord, 'id'> = {
      accountId,
      region,
      name,
      attributes,
      tags,
      createdMs: nowMs,
      modifiedMs: nowMs,
      purgedMs: 0,
    };
    await commits.run(() => {
      const existing = repository.findQueue(accountId, region, name);
      if (existing) {
        assertSame(existing, attributes);
        return;
      }
      assertRedrive(parts, queue);
      repository.insertQueue(queue);
    });
    return { QueueUrl: queueUrl(baseUrl, queue) };
  };
}

/** Creating what exists is a success when nothing in the request differs from it. */
function assertSame(existing: QueueRecord, given: Readonly<Record<string, string>>): void {
  const current = effectiveAttributes(existing);
  for (const [name, value] of Object.entries(given)) {
    if (current[name] !== value) throw queueNameExists(name);
  }
}

function withoutEmpty(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
}
