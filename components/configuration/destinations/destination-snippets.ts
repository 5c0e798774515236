import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { DestinationSlot } from '@/lib/domain/destination';

/** The same change as a command. Update leaves retries and the other destination as they are. */
export function destinationSnippets(
  functionName: string,
  qualifier: string | undefined,
  slot: DestinationSlot,
  destination: string,
  cli: CliOptions,
): readonly Snippet[] {
  const to = { Destination: destination };
  const named = { 'function-name': functionName };
  const text =
    slot === 'dead-letter-queue'
      ? cliCommand(
          'lambda',
          'update-function-configuration',
          { ...named, 'dead-letter-config': { TargetArn: destination } },
          cli,
        )
      : slot === 'async-success' || slot === 'async-failure'
        ? cliCommand(
            'lambda',
            'update-function-event-invoke-config',
            {
              ...named,
              qualifier,
              'destination-config': slot === 'async-success' ? { OnSuccess: to } : { OnFailure: to },
            },
            cli,
          )
        : cliCommand(
            'lambda',
            'update-event-source-mapping',
            { uuid: slot.slice('mapping:'.length), 'destination-config': { OnFailure: to } },
            cli,
          );
  return [{ id: 'cli', label: 'AWS CLI', text }];
}
