import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { GeneralValues } from '@/lib/forms/general';
import { samFunction, terraformFunction, terraformText, yamlText } from '../snippet-text';

/** The changed fields in the words of the AWS CLI, SAM and Terraform. */
export function generalSnippets(
  functionName: string,
  changes: Partial<GeneralValues>,
  options: { readonly cli: CliOptions; readonly revisionId: string | undefined },
): readonly Snippet[] {
  const { description, memoryMb, ephemeralStorageMb, snapStart, timeoutSeconds, role } = changes;
  const cli = cliCommand(
    'lambda',
    'update-function-configuration',
    {
      'function-name': functionName,
      description,
      'memory-size': memoryMb,
      'ephemeral-storage': ephemeralStorageMb === undefined ? undefined : { Size: ephemeralStorageMb },
      'snap-start': snapStart === undefined ? undefined : { ApplyOn: snapStart },
      timeout: timeoutSeconds,
      role,
      'revision-id': options.revisionId,
    },
    options.cli,
  );
  const sam: string[] = [];
  const terraform: string[] = [];
  const add = (samLines: readonly string[], terraformLines: readonly string[]) => {
    sam.push(...samLines);
    terraform.push(...terraformLines);
  };
  if (description !== undefined) {
    add([`Description: ${yamlText(description)}`], [`description = ${terraformText(description)}`]);
  }
  if (memoryMb !== undefined) add([`MemorySize: ${memoryMb}`], [`memory_size = ${memoryMb}`]);
  if (ephemeralStorageMb !== undefined) {
    add(
      ['EphemeralStorage:', `  Size: ${ephemeralStorageMb}`],
      ['ephemeral_storage {', `  size = ${ephemeralStorageMb}`, '}'],
    );
  }
  if (snapStart !== undefined) {
    // Terraform has no word for None: the block is left out.
    const block =
      snapStart === 'None' ? [] : ['snap_start {', `  apply_on = ${terraformText(snapStart)}`, '}'];
    add(['SnapStart:', `  ApplyOn: ${snapStart}`], block);
  }
  if (timeoutSeconds !== undefined) add([`Timeout: ${timeoutSeconds}`], [`timeout = ${timeoutSeconds}`]);
  if (role !== undefined) add([`Role: ${yamlText(role)}`], [`role = ${terraformText(role)}`]);
  return [
    { id: 'cli', label: 'AWS CLI', text: cli },
    { id: 'sam', label: 'SAM', title: 'template.yaml', text: samFunction(functionName, sam) },
    {
      id: 'terraform',
      label: 'Terraform',
      title: 'main.tf',
      text: terraformFunction(functionName, terraform),
    },
  ];
}
