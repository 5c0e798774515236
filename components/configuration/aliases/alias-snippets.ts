import type { Snippet } from '@/components/patterns/form-frame/change';
import { toWeight } from '@/lib/domain/alias-routing';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { AliasChanges } from '@/lib/forms/versions';
import { logicalId, terraformName, terraformText, yamlText } from '../snippet-text';
import type { AliasValues } from './alias-values';

/** The change of an alias in other tools' words: a command for the difference, templates for the whole alias. */
export function aliasSnippets(
  functionName: string,
  after: AliasValues,
  change: {
    readonly isNew: boolean;
    readonly changes: AliasChanges;
    readonly revisionId: string | undefined;
    readonly cli: CliOptions;
  },
): readonly Snippet[] {
  const { changes, isNew } = change;
  const weights = (second: AliasChanges['second']) => ({
    AdditionalVersionWeights: second ? { [second.version]: toWeight(second.percent) } : {},
  });
  const command = cliCommand(
    'lambda',
    isNew ? 'create-alias' : 'update-alias',
    {
      'function-name': functionName,
      name: after.name,
      'function-version': isNew ? after.version : changes.version,
      description: changes.description,
      'routing-config': changes.second === undefined ? undefined : weights(changes.second),
      'revision-id': isNew ? undefined : change.revisionId,
    },
    change.cli,
  );
  const { second } = after;
  const sam = [
    `${logicalId(`${functionName}-${after.name}`)}Alias:`,
    '  Type: AWS::Lambda::Alias',
    '  Properties:',
    `    FunctionName: ${yamlText(functionName)}`,
    `    Name: ${yamlText(after.name)}`,
    `    FunctionVersion: ${yamlText(after.version)}`,
    ...(after.description ? [`    Description: ${yamlText(after.description)}`] : []),
    ...(second
      ? [
          '    RoutingConfig:',
          '      AdditionalVersionWeights:',
          `        - FunctionVersion: ${yamlText(second.version)}`,
          `          FunctionWeight: ${toWeight(second.percent)}`,
        ]
      : []),
  ];
  const terraform = [
    `resource "aws_lambda_alias" "${terraformName(`${functionName}-${after.name}`)}" {`,
    `  function_name    = ${terraformText(functionName)}`,
    `  name             = ${terraformText(after.name)}`,
    `  function_version = ${terraformText(after.version)}`,
    ...(after.description ? [`  description      = ${terraformText(after.description)}`] : []),
    ...(second
      ? [
          '',
          '  routing_config {',
          '    additional_version_weights = {',
          `      ${terraformText(second.version)} = ${toWeight(second.percent)}`,
          '    }',
          '  }',
        ]
      : []),
    '}',
  ];
  return [
    { id: 'cli', label: 'AWS CLI', text: command },
    { id: 'sam', label: 'SAM', title: 'template.yaml', text: sam.join('\n') },
    { id: 'terraform', label: 'Terraform', title: 'main.tf', text: terraform.join('\n') },
  ];
}
