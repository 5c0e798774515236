import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { samFunction, terraformFunction } from '../snippet-text';

/** The whole set of variables in other tools' words. Values are placeholders: none of them is a text to pass on. */
export function environmentSnippets(
  functionName: string,
  keys: readonly string[],
  words: {
    readonly cli: CliOptions;
    readonly revisionId: string | undefined;
    readonly hint: string;
  },
): readonly Snippet[] {
  const { hint } = words;
  const valueOf = (key: string) => `VALUE_OF_${key}`;
  const variables = Object.fromEntries(keys.map((key) => [key, valueOf(key)]));
  const command = cliCommand(
    'lambda',
    'update-function-configuration',
    {
      'function-name': functionName,
      environment: 'file://environment.json',
      'revision-id': words.revisionId,
    },
    words.cli,
  );
  const file = JSON.stringify({ Variables: variables }, null, 2);
  const sam = ['Environment:', '  Variables:', ...keys.map((key) => `    ${key}: ${valueOf(key)}`)];
  const terraform = [
    'environment {',
    '  variables = {',
    ...keys.map((key) => `    ${key} = "${valueOf(key)}"`),
    '  }',
    '}',
  ];
  return [
    { id: 'cli', label: 'AWS CLI', text: `${command}\n\n# environment.json\n${file}`, hint },
    { id: 'sam', label: 'SAM', title: 'template.yaml', text: samFunction(functionName, sam), hint },
    {
      id: 'terraform',
      label: 'Terraform',
      title: 'main.tf',
      text: terraformFunction(functionName, terraform),
      hint,
    },
  ];
}
