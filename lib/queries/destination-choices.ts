import 'server-only';
import { ListEventBusesCommand } from '@aws-sdk/client-eventbridge';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { destinationTypes, type DestinationType } from '@/lib/domain/destination';
import { listFunctionChoices } from '@/lib/queries/functions';
import { listTriggerSources, type SourceChoice } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import { partitionOf } from '@/lib/shared/arn';

export interface DestinationChoices {
  readonly choices: readonly SourceChoice[];
  /** The connection does not have the service at all. */
  readonly isUnsupported: boolean;
}

async function eventBuses(place: Place): Promise<DestinationChoices> {
  try {
    const events = await (await awsFor(place)).eventBridge();
    const { EventBuses = [] } = await events.send(new ListEventBusesCommand({ Limit: 100 }));
    const choices = EventBuses.flatMap(({ Arn, Name }) => (Arn ? [{ value: Arn, label: Name ?? Arn }] : []));
    return { choices, isUnsupported: false };
  } catch (error) {
    const { kind } = toConsoleError(error, { operation: 'events:ListEventBuses' });
    return { choices: [], isUnsupported: kind === 'unsupported' };
  }
}

async function choicesOf(place: Place, type: DestinationType): Promise<DestinationChoices> {
  if (type === 'events') return eventBuses(place);
  if (type === 'lambda') {
    const choices = await listFunctionChoices(place);
    return { choices, isUnsupported: false };
  }
  const { choices, refused } = await listTriggerSources(place, type);
  return {
    choices: choices
      // Ordered queues and topics take no results.
      .filter(({ label }) => !label.endsWith('.fifo'))
      .map((choice) =>
        type === 's3'
          ? { ...choice, value: `arn:${partitionOf(place.region)}:s3:::${choice.value}` }
          : choice,
      ),
    isUnsupported: refused?.kind === 'unsupported',
  };
}

/** What can be chosen for each kind of destination; a kind that cannot be listed takes a pasted ARN. */
export async function listDestinationChoices(
  place: Place,
): Promise<Readonly<Record<DestinationType, DestinationChoices>>> {
  await requireUser('viewer');
  const lists = await Promise.all(
    destinationTypes.map(async (type) => [type, await choicesOf(place, type)] as const),
  );
  return Object.fromEntries(lists) as Record<DestinationType, DestinationChoices>;
}
