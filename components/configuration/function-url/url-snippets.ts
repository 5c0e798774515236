import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions, type CliValue } from '@/lib/domain/cli-command';
import { functionUrlToInput, publicUrlStatements, type FunctionUrlValues } from '@/lib/forms/function-url';
import { samFunction, terraformName, terraformText } from '../snippet-text';

/** The URL in other tools' words, with the two permissions that the type NONE needs. */
export function urlSnippets(
  functionName: string,
  values: FunctionUrlValues,
  change: { readonly isNew: boolean; readonly qualifier: string | undefined; readonly cli: CliOptions },
): readonly Snippet[] {
  const { isNew, qualifier, cli } = change;
  const { Cors } = functionUrlToInput(values);
  const target = { 'function-name': functionName, qualifier };
  const commands = [
    cliCommand(
      'lambda',
      isNew ? 'create-function-url-config' : 'update-function-url-config',
      {
        ...target,
        'auth-type': values.authType,
        'invoke-mode': values.invokeMode,
        cors: values.cors || !isNew ? ({ ...Cors } as CliValue) : undefined,
      },
      cli,
    ),
    ...(values.authType === 'NONE'
      ? publicUrlStatements.map((statement) =>
          cliCommand(
            'lambda',
            'add-permission',
            {
              ...target,
              'statement-id': statement.StatementId,
              action: statement.Action,
              principal: statement.Principal,
              'function-url-auth-type':
                'FunctionUrlAuthType' in statement ? statement.FunctionUrlAuthType : undefined,
              'invoked-via-function-url': 'InvokedViaFunctionUrl' in statement,
            },
            cli,
          ),
        )
      : []),
  ];
  const terraform = [
    `resource "aws_lambda_function_url" "${terraformName(functionName)}" {`,
    `  function_name      = ${terraformText(functionName)}`,
    ...(qualifier === undefined ? [] : [`  qualifier          = ${terraformText(qualifier)}`]),
    `  authorization_type = ${terraformText(values.authType)}`,
    `  invoke_mode        = ${terraformText(values.invokeMode)}`,
    ...(values.cors
      ? [
          '',
          '  cors {',
          `    allow_origins     = ${JSON.stringify(values.cors.origins)}`,
          `    allow_methods     = ${JSON.stringify(values.cors.methods)}`,
          `    allow_headers     = ${JSON.stringify(values.cors.headers)}`,
          `    expose_headers    = ${JSON.stringify(values.cors.exposed)}`,
          `    max_age           = ${values.cors.maxAgeSeconds}`,
          `    allow_credentials = ${values.cors.credentials}`,
          '  }',
        ]
      : []),
    '}',
  ];
  const sam = [
    'FunctionUrlConfig:',
    `  AuthType: ${values.authType}`,
    `  InvokeMode: ${values.invokeMode}`,
    ...(values.cors ? [`  Cors: ${JSON.stringify(Cors)}`] : []),
  ];
  return [
    { id: 'cli', label: 'AWS CLI', text: commands.join('\n\n') },
    // SAM's property belongs to the function itself, or to its own alias.
    ...(qualifier === undefined
      ? [{ id: 'sam', label: 'SAM', title: 'template.yaml', text: samFunction(functionName, sam) }]
      : []),
    { id: 'terraform', label: 'Terraform', title: 'main.tf', text: terraform.join('\n') },
  ];
}
