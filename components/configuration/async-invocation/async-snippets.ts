import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { AsyncValues } from '@/lib/forms/async-invocation';
import { samFunction, terraformName, terraformText, yamlText } from '../snippet-text';

/** The whole configuration of asynchronous invocation in other tools' words. */
export function asyncSnippets(
  functionName: string,
  values: AsyncValues,
  change: { readonly qualifier: string | undefined; readonly cli: CliOptions },
): readonly Snippet[] {
  const { maxAgeSeconds, retries, onSuccess, onFailure } = values;
  const { qualifier } = change;
  const cli = cliCommand(
    'lambda',
    'put-function-event-invoke-config',
    {
      'function-name': functionName,
      qualifier,
      'maximum-event-age-in-seconds': maxAgeSeconds,
      'maximum-retry-attempts': retries,
      'destination-config': {
        ...(onSuccess && { OnSuccess: { Destination: onSuccess } }),
        ...(onFailure && { OnFailure: { Destination: onFailure } }),
      },
    },
    change.cli,
  );
  const samDestination = (name: string, arn: string) =>
    arn === '' ? [] : [`    ${name}:`, `      Destination: ${yamlText(arn)}`];
  const sam = [
    'EventInvokeConfig:',
    `  MaximumEventAgeInSeconds: ${maxAgeSeconds}`,
    `  MaximumRetryAttempts: ${retries}`,
    ...(onSuccess || onFailure ? ['  DestinationConfig:'] : []),
    ...samDestination('OnSuccess', onSuccess),
    ...samDestination('OnFailure', onFailure),
  ];
  const block = (name: string, arn: string) =>
    arn === '' ? [] : [`    ${name} {`, `      destination = ${terraformText(arn)}`, '    }'];
  const terraform = [
    `resource "aws_lambda_function_event_invoke_config" "${terraformName(functionName)}" {`,
    `  function_name                = ${terraformText(functionName)}`,
    ...(qualifier === undefined ? [] : [`  qualifier                    = ${terraformText(qualifier)}`]),
    `  maximum_event_age_in_seconds = ${maxAgeSeconds}`,
    `  maximum_retry_attempts       = ${retries}`,
    ...(onSuccess || onFailure
      ? [
          '',
          '  destination_config {',
          ...block('on_success', onSuccess),
          ...block('on_failure', onFailure),
          '  }',
        ]
      : []),
    '}',
  ];
  return [
    { id: 'cli', label: 'AWS CLI', text: cli },
    { id: 'sam', label: 'SAM', title: 'template.yaml', text: samFunction(functionName, sam) },
    { id: 'terraform', label: 'Terraform', title: 'main.tf', text: terraform.join('\n') },
  ];
}
