import { Block, Expression, type Hcl, type HclMembers } from './hcl.ts';
import { snake, type FunctionModel, type Plain, type PlainRecord } from './model.ts';
import type { AliasOf, resourceGiver } from './terraform.ts';

const functionArn = new Expression('aws_lambda_function.this.arn');

const isRecord = (value: Plain | undefined): value is PlainRecord =>
  typeof value === 'object' && !Array.isArray(value);
const records = (value: Plain | undefined): readonly PlainRecord[] =>
  Array.isArray(value) ? (value as readonly Plain[]).filter(isRecord) : [];

/** Every record of the API is a block named like it, every other member an argument. */
function blockOf(record: PlainRecord): Block {
  return new Block(
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        snake(name),
        isRecord(value) ? blockOf(value) : (value as Hcl),
      ]),
    ),
  );
}

/** Settings of a mapping; those whose names Terraform does not derive from the API's are said one by one. */
export function mappingMembers(settings: PlainRecord): HclMembers {
  const {
    FilterCriteria: filters,
    DestinationConfig: destination,
    SourceAccessConfigurations: access,
    SelfManagedEventSource: own,
    DocumentDBEventSourceConfig: documents,
    ...rest
  } = settings;
  const onFailure =
    isRecord(destination) && isRecord(destination.OnFailure) ? destination.OnFailure : undefined;
  const patterns = isRecord(filters) ? records(filters.Filters) : [];
  const endpoints = isRecord(own) && isRecord(own.Endpoints) ? own.Endpoints : undefined;
  return {
    ...blockOf(rest).members,
    filter_criteria:
      patterns.length > 0
        ? new Block({ filter: patterns.map(({ Pattern = '' }) => new Block({ pattern: Pattern as Hcl })) })
        : undefined,
    destination_config:
      onFailure?.Destination === undefined
        ? undefined
        : new Block({ on_failure: new Block({ destination_arn: onFailure.Destination as Hcl }) }),
    source_access_configuration: records(access).map(
      ({ Type = '', URI = '' }) => new Block({ type: Type as Hcl, uri: URI as Hcl }),
    ),
    document_db_event_source_config: isRecord(documents) ? blockOf(documents) : undefined,
    self_managed_event_source: endpoints
      ? new Block({
          endpoints: Object.fromEntries(
            Object.entries(endpoints).map(([name, brokers]) => [
              name,
              Array.isArray(brokers) ? brokers.join(',') : String(brokers),
            ]),
          ),
        })
      : undefined,
  };
}

type Make = ReturnType<typeof resourceGiver>;

function ruleBlocks(model: FunctionModel, make: Make): string[] {
  return model.rules.flatMap((rule) => {
    const made = make('aws_cloudwatch_event_rule', snake(rule.name), {
      name: rule.name,
      description: rule.description,
      event_bus_name: rule.bus === 'default' ? undefined : rule.bus,
      event_pattern: rule.pattern,
      schedule_expression: rule.schedule,
      state: rule.isEnabled ? 'ENABLED' : 'DISABLED',
    });
    // The name that was given may have a number at its end.
    const name = /^resource "\w+" "([^"]+)"/.exec(made)?.[1] ?? snake(rule.name);
    const of = `aws_cloudwatch_event_rule.${name}`;
    return [
      made,
      make('aws_cloudwatch_event_target', snake(rule.name), {
        rule: new Expression(`${of}.name`),
        event_bus_name: rule.bus === 'default' ? undefined : new Expression(`${of}.event_bus_name`),
        arn: functionArn,
        input: rule.input,
      }),
    ];
  });
}

function bucketBlocks(model: FunctionModel, make: Make): string[] {
  return [...new Set(model.buckets.map(({ bucket }) => bucket))].map(
    (bucket) =>
      '# Takes over all notifications of the bucket: those that are not in here are removed.\n' +
      make('aws_s3_bucket_notification', snake(bucket), {
        bucket,
        lambda_function: model.buckets
          .filter((one) => one.bucket === bucket)
          .map(
            ({ events, prefix, suffix }) =>
              new Block({
                lambda_function_arn: functionArn,
                events,
                filter_prefix: prefix,
                filter_suffix: suffix,
              }),
          ),
      }),
  );
}

function scheduleBlocks(model: FunctionModel, make: Make): string[] {
  return model.schedules.map((schedule) =>
    make('aws_scheduler_schedule', snake(schedule.name), {
      name: schedule.name,
      group_name: schedule.group === 'default' ? undefined : schedule.group,
      description: schedule.description,
      schedule_expression: schedule.expression,
      schedule_expression_timezone: schedule.timeZone,
      state: schedule.isEnabled ? 'ENABLED' : 'DISABLED',
      flexible_time_window: new Block(
        schedule.flexibleMinutes === undefined
          ? { mode: 'OFF' }
          : { mode: 'FLEXIBLE', maximum_window_in_minutes: schedule.flexibleMinutes },
      ),
      target: new Block({ arn: functionArn, role_arn: schedule.role, input: schedule.input }),
    }),
  );
}

/** What pulls from or is called by the services around the function. */
export function terraformSources(model: FunctionModel, make: Make, aliasOf: AliasOf): string[] {
  const filters = model.logFilters.map(({ group, name, pattern }) =>
    make('aws_cloudwatch_log_subscription_filter', snake(name), {
      name,
      log_group_name: group,
      // An empty pattern means every event, and must be said.
      filter_pattern: pattern === '' ? new Expression('""') : pattern,
      destination_arn: functionArn,
    }),
  );
  const topics = model.topics.map(({ topicArn, filterPolicy, filterScope }) =>
    make('aws_sns_topic_subscription', snake(topicArn.split(':').at(-1) ?? ''), {
      topic_arn: topicArn,
      protocol: 'lambda',
      endpoint: functionArn,
      filter_policy: filterPolicy,
      filter_policy_scope: filterPolicy ? filterScope : undefined,
    }),
  );
  const mappings = model.mappings.map(({ owner, settings }) => {
    const alias = aliasOf(owner);
    return make('aws_lambda_event_source_mapping', 'source', {
      function_name: alias === undefined ? functionArn : new Expression(`aws_lambda_alias.${alias}.arn`),
      ...mappingMembers(settings),
    });
  });
  return [
    ...mappings,
    ...ruleBlocks(model, make),
    ...scheduleBlocks(model, make),
    ...topics,
    ...filters,
    ...bucketBlocks(model, make),
  ];
}
