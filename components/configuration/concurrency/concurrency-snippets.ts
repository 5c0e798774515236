import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { samFunction, terraformFunction } from '../snippet-text';

/** Reserved concurrency in other tools' words; null gives it back. */
export function concurrencySnippets(
  functionName: string,
  reserved: number | null,
  cli: CliOptions,
): readonly Snippet[] {
  const command =
    reserved === null
      ? cliCommand('lambda', 'delete-function-concurrency', { 'function-name': functionName }, cli)
      : cliCommand(
          'lambda',
          'put-function-concurrency',
          { 'function-name': functionName, 'reserved-concurrent-executions': reserved },
          cli,
        );
  // SAM gives it back when the property is left out; Terraform's word for that is -1.
  const sam = reserved === null ? [] : [`ReservedConcurrentExecutions: ${reserved}`];
  return [
    { id: 'cli', label: 'AWS CLI', text: command },
    { id: 'sam', label: 'SAM', title: 'template.yaml', text: samFunction(functionName, sam) },
    {
      id: 'terraform',
      label: 'Terraform',
      title: 'main.tf',
      text: terraformFunction(functionName, [`reserved_concurrent_executions = ${reserved ?? -1}`]),
    },
  ];
}
