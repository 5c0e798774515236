import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { tagDifference, Tags } from '@/lib/forms/tags';
import { samFunction, terraformFunction, terraformText, yamlText } from '../snippet-text';

/** Services whose things are tagged by this form; each names the thing in its own way. */
export type TagService = 'lambda' | 'apigateway' | 'apigatewayv2';

/** The change of tags in other tools' words: commands for the difference, templates for all of them. */
export function tagSnippets(
  functionName: string,
  functionArn: string,
  change: {
    readonly difference: ReturnType<typeof tagDifference>;
    readonly after: Tags;
    readonly cli: CliOptions;
    readonly service: TagService;
  },
): readonly Snippet[] {
  const { set, remove } = change.difference;
  const { service } = change;
  const what = service === 'lambda' ? { resource: functionArn } : { 'resource-arn': functionArn };
  const commands = [
    ...(Object.keys(set).length > 0
      ? [cliCommand(service, 'tag-resource', { ...what, tags: set }, change.cli)]
      : []),
    ...(remove.length > 0
      ? [cliCommand(service, 'untag-resource', { ...what, 'tag-keys': remove }, change.cli)]
      : []),
  ];
  const entries = Object.entries(change.after);
  const sam = ['Tags:', ...entries.map(([key, value]) => `  ${yamlText(key)}: ${yamlText(value)}`)];
  const terraform = [
    'tags = {',
    ...entries.map(([key, value]) => `  ${terraformText(key)} = ${terraformText(value)}`),
    '}',
  ];
  return [
    { id: 'cli', label: 'AWS CLI', text: commands.join('\n\n') },
    { id: 'sam', label: 'SAM', title: 'template.yaml', text: samFunction(functionName, sam) },
    {
      id: 'terraform',
      label: 'Terraform',
      title: 'main.tf',
      text: terraformFunction(functionName, terraform),
    },
  ];
}
