import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions, type CliValue } from '@/lib/domain/cli-command';
import type { PatchOperation } from '@/lib/domain/rest-api/patch';

type Parameters = Readonly<Record<string, CliValue | undefined>>;

/** One or more commands of `aws apigateway`, as the review shows them. */
export function restCommands(
  commands: readonly (readonly [operation: string, parameters: Parameters])[],
  cli: CliOptions,
): readonly Snippet[] {
  if (commands.length === 0) return [];
  const text = commands
    .map(([operation, parameters]) => cliCommand('apigateway', operation, parameters, cli))
    .join('\n\n');
  return [{ id: 'cli', label: 'AWS CLI', text }];
}

/** The steps of a patch as a parameter of a command. */
export function patchParameter(operations: readonly PatchOperation[]): CliValue {
  return operations.map((operation) => ({ ...operation }));
}
