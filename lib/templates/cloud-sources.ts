import { Reference, resourceOf, type Cloud, type CloudResource, type OwnerIds } from './cloud-values.ts';
import { parsedOr, pascal, type FunctionModel, type PermissionModel } from './model.ts';

// Property names: AWS CloudFormation Template Reference, AWS::Lambda, AWS::Events, AWS::Scheduler, AWS::SNS, AWS::Logs.

const functionArn = new Reference('Function', 'Arn');

export function permissionResource(permission: PermissionModel, idOf: OwnerIds): CloudResource {
  return resourceOf(`Permission${pascal(permission.id)}`, 'AWS::Lambda::Permission', {
    FunctionName: new Reference(idOf(permission.owner)),
    Action: permission.action,
    Principal: permission.principal,
    SourceArn: permission.sourceArn,
    SourceAccount: permission.sourceAccount,
    PrincipalOrgID: permission.organizationId,
    EventSourceToken: permission.eventSourceToken,
    FunctionUrlAuthType: permission.urlAuthType,
    InvokedViaFunctionUrl: permission.isViaUrl ? true : undefined,
  });
}

const isRecord = (value: Cloud | undefined): value is Readonly<Record<string, Cloud>> =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Reference);

/** The API's words are CloudFormation's but for the brokers of a self-managed cluster and a moment in time. */
export function mappingProperties(settings: Readonly<Record<string, Cloud>>): Record<string, Cloud> {
  const { SelfManagedEventSource: own, StartingPositionTimestamp: start, ...rest } = settings;
  const endpoints =
    isRecord(own) && isRecord(own.Endpoints) ? own.Endpoints.KAFKA_BOOTSTRAP_SERVERS : undefined;
  return {
    ...rest,
    ...(endpoints !== undefined && {
      SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: endpoints } },
    }),
    // Seconds since 1970.
    ...(typeof start === 'string' && { StartingPositionTimestamp: Date.parse(start) / 1000 }),
  };
}

/** What pulls from or is called by the services around the function. */
export function sourceResources(model: FunctionModel, idOf: OwnerIds): CloudResource[] {
  return [
    ...model.mappings.map(({ owner, settings }) =>
      resourceOf('EventSource', 'AWS::Lambda::EventSourceMapping', {
        FunctionName: new Reference(idOf(owner)),
        ...mappingProperties(settings),
      }),
    ),
    ...model.rules.map((rule) =>
      resourceOf(`Rule${pascal(rule.name)}`, 'AWS::Events::Rule', {
        Name: rule.name,
        Description: rule.description,
        EventBusName: rule.bus === 'default' ? undefined : rule.bus,
        EventPattern: rule.pattern ? parsedOr(rule.pattern) : undefined,
        ScheduleExpression: rule.schedule,
        State: rule.isEnabled ? 'ENABLED' : 'DISABLED',
        Targets: [{ Id: 'Function', Arn: functionArn, ...(rule.input && { Input: rule.input }) }],
      }),
    ),
    ...model.schedules.map((schedule) =>
      resourceOf(`Schedule${pascal(schedule.name)}`, 'AWS::Scheduler::Schedule', {
        Name: schedule.name,
        GroupName: schedule.group === 'default' ? undefined : schedule.group,
        Description: schedule.description,
        ScheduleExpression: schedule.expression,
        ScheduleExpressionTimezone: schedule.timeZone,
        FlexibleTimeWindow:
          schedule.flexibleMinutes === undefined
            ? { Mode: 'OFF' }
            : { Mode: 'FLEXIBLE', MaximumWindowInMinutes: schedule.flexibleMinutes },
        State: schedule.isEnabled ? 'ENABLED' : 'DISABLED',
        Target: {
          Arn: functionArn,
          RoleArn: schedule.role,
          ...(schedule.input && { Input: schedule.input }),
        },
      }),
    ),
    ...model.topics.map((topic) =>
      resourceOf(`Subscription${pascal(topic.topicArn.split(':').at(-1) ?? '')}`, 'AWS::SNS::Subscription', {
        TopicArn: topic.topicArn,
        Protocol: 'lambda',
        Endpoint: functionArn,
        FilterPolicy: topic.filterPolicy ? parsedOr(topic.filterPolicy) : undefined,
        FilterPolicyScope: topic.filterPolicy ? topic.filterScope : undefined,
      }),
    ),
    ...model.logFilters.map((filter) => ({
      id: `LogFilter${pascal(filter.name)}`,
      type: 'AWS::Logs::SubscriptionFilter',
      // An empty pattern means every event, and must be said.
      properties: {
        LogGroupName: filter.group,
        FilterName: filter.name,
        FilterPattern: filter.pattern,
        DestinationArn: functionArn,
      },
      dependsOn: undefined,
    })),
  ];
}
