import type { Snippet } from '@/components/patterns/form-frame/change';
import { cliCommand, type CliOptions, type CliValue } from '@/lib/domain/cli-command';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { isMappingKind, type TriggerKind } from '@/lib/domain/trigger-kinds';
import { changedMappingInput, newMappingInput } from '@/lib/forms/mapping';
import { linesOf } from '@/components/patterns/fields/field-spec';
import { samFunction, terraformName, terraformText, yamlText } from '../snippet-text';

export interface SnippetTarget {
  readonly functionName: string;
  readonly functionArn: string;
  readonly cli: CliOptions;
  /** Of a mapping that is there. */
  readonly mappingId: string | undefined;
}

/** `BatchSize` → `batch-size`. */
const flagOf = (member: string) => member.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** A request as flags; dates become texts, absent members go. */
function flags(request: object): Readonly<Record<string, CliValue>> {
  const plain = JSON.parse(JSON.stringify(request)) as Readonly<Record<string, CliValue>>;
  return Object.fromEntries(
    Object.entries(plain).map(([member, value]) => {
      // A switch of the CLI, not a value.
      if (typeof value === 'boolean') return [value ? flagOf(member) : `no-${flagOf(member)}`, true];
      return [flagOf(member), value];
    }),
  );
}

function pushCommands(kind: TriggerKind, values: TriggerValues, target: SnippetTarget): readonly string[] {
  const { functionArn, functionName, cli } = target;
  const source = values.source.trim();
  const permission = (principal: string, sourceArn: string) =>
    cliCommand(
      'lambda',
      'add-permission',
      {
        'function-name': functionArn,
        'statement-id': `${principal.split('.')[0]}-trigger`,
        action: 'lambda:InvokeFunction',
        principal,
        'source-arn': sourceArn,
      },
      cli,
    );
  switch (kind) {
    case 'sns':
      return [
        permission('sns.amazonaws.com', source),
        cliCommand(
          'sns',
          'subscribe',
          {
            'topic-arn': source,
            protocol: 'lambda',
            'notification-endpoint': functionArn,
            attributes: values.filterPolicy.trim()
              ? { FilterPolicy: values.filterPolicy, FilterPolicyScope: values.filterScope }
              : undefined,
          },
          cli,
        ),
      ];
    case 'eventbridge':
      return [
        ...(values.ruleMode === 'new'
          ? [
              cliCommand(
                'events',
                'put-rule',
                {
                  name: values.ruleName,
                  'event-bus-name': values.bus,
                  'event-pattern': values.ruleType === 'pattern' ? values.pattern : undefined,
                  'schedule-expression': values.ruleType === 'schedule' ? values.schedule : undefined,
                  state: values.enabled === 'on' ? 'ENABLED' : 'DISABLED',
                },
                cli,
              ),
            ]
          : []),
        permission('events.amazonaws.com', 'RULE_ARN'),
        cliCommand(
          'events',
          'put-targets',
          {
            rule: values.ruleName,
            'event-bus-name': values.bus,
            targets: [{ Id: functionName, Arn: functionArn }],
          },
          cli,
        ),
      ];
    case 'schedule':
      return [
        cliCommand(
          'scheduler',
          'create-schedule',
          {
            name: values.scheduleName,
            'group-name': values.scheduleGroup,
            'schedule-expression': values.schedule,
            'schedule-expression-timezone': values.timeZone,
            'flexible-time-window': values.flexibleMinutes
              ? { Mode: 'FLEXIBLE', MaximumWindowInMinutes: Number(values.flexibleMinutes) }
              : { Mode: 'OFF' },
            target: { Arn: functionArn, RoleArn: values.role, ...(values.input && { Input: values.input }) },
          },
          cli,
        ),
      ];
    case 's3':
      return [
        permission('s3.amazonaws.com', `arn:aws:s3:::${source}`),
        cliCommand(
          's3api',
          'put-bucket-notification-configuration',
          {
            bucket: source,
            'notification-configuration': {
              LambdaFunctionConfigurations: [
                { LambdaFunctionArn: functionArn, Events: linesOf(values.events) },
              ],
            },
          },
          cli,
        ),
      ];
    case 'api':
      return [
        cliCommand(
          'apigatewayv2',
          'create-api',
          { name: values.apiName, 'protocol-type': 'HTTP', target: functionArn },
          cli,
        ),
        permission('apigateway.amazonaws.com', 'API_ARN'),
      ];
    case 'logs':
      return [
        permission('logs.amazonaws.com', 'LOG_GROUP_ARN'),
        cliCommand(
          'logs',
          'put-subscription-filter',
          {
            'log-group-name': source,
            'filter-name': values.logFilterName,
            'filter-pattern': values.logFilterPattern || '',
            'destination-arn': functionArn,
          },
          cli,
        ),
      ];
    default:
      return [];
  }
}

/** A trigger in other tools' words. */
export function triggerSnippets(
  kind: TriggerKind,
  values: TriggerValues,
  target: SnippetTarget,
): readonly Snippet[] {
  if (!isMappingKind(kind)) {
    const text = pushCommands(kind, values, target).join('\n\n');
    return text ? [{ id: 'cli', label: 'AWS CLI', text }] : [];
  }
  const { functionArn, functionName, mappingId, cli } = target;
  // A time that is not typed to its end is no time yet.
  const isTimeBad = Number.isNaN(Date.parse(values.startingTime));
  const readable = isTimeBad ? { ...values, startingTime: new Date(0).toISOString() } : values;
  const request = newMappingInput(kind, functionArn, readable);
  const command =
    mappingId === undefined
      ? cliCommand('lambda', 'create-event-source-mapping', flags(request), cli)
      : cliCommand(
          'lambda',
          'update-event-source-mapping',
          flags(changedMappingInput(kind, mappingId, readable)),
          cli,
        );
  const snippets: Snippet[] = [{ id: 'cli', label: 'AWS CLI', text: command }];
  if (kind !== 'sqs') return snippets;
  const filters = linesOf(values.filters);
  const sam = [
    'Events:',
    '  Queue:',
    '    Type: SQS',
    '    Properties:',
    `      Queue: ${yamlText(values.source)}`,
    `      BatchSize: ${values.batchSize}`,
    `      Enabled: ${values.enabled === 'on'}`,
    ...(filters.length > 0
      ? [
          '      FilterCriteria:',
          '        Filters:',
          ...filters.map((text) => `          - Pattern: ${yamlText(text)}`),
        ]
      : []),
  ];
  const terraform = [
    `resource "aws_lambda_event_source_mapping" "${terraformName(functionName)}" {`,
    `  function_name    = ${terraformText(functionArn)}`,
    `  event_source_arn = ${terraformText(values.source)}`,
    `  batch_size       = ${values.batchSize || 10}`,
    `  enabled          = ${values.enabled === 'on'}`,
    ...(filters.length > 0
      ? [
          '',
          '  filter_criteria {',
          ...filters.map((text) => `    filter { pattern = ${terraformText(text)} }`),
          '  }',
        ]
      : []),
    '}',
  ];
  return [
    ...snippets,
    { id: 'sam', label: 'SAM', title: 'template.yaml', text: samFunction(functionName, sam) },
    { id: 'terraform', label: 'Terraform', title: 'main.tf', text: terraform.join('\n') },
  ];
}
