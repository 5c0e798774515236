import type { EventBus, Rule } from '@aws-sdk/client-eventbridge';
import { busArn, ruleArn } from './names.ts';
import type { BusRecord, RuleRecord } from './records.ts';

/** A bus as DescribeEventBus and lists show it. */
export function toBusView(bus: BusRecord): EventBus {
  return {
    Name: bus.name,
    Arn: busArn(bus),
    ...(bus.description !== undefined && { Description: bus.description }),
    ...(bus.policy !== undefined && { Policy: bus.policy }),
    // The default bus was not created at a time anyone knows.
    ...(bus.createdMs > 0 && {
      CreationTime: new Date(bus.createdMs),
      LastModifiedTime: new Date(bus.modifiedMs),
    }),
  };
}

/** A rule as DescribeRule and lists show it. */
export function toRuleView(rule: RuleRecord): Rule {
  return {
    Name: rule.name,
    Arn: ruleArn(rule),
    EventBusName: rule.bus,
    State: rule.state as NonNullable<Rule['State']>,
    ...(rule.pattern !== undefined && { EventPattern: rule.pattern }),
    ...(rule.schedule !== undefined && { ScheduleExpression: rule.schedule }),
    ...(rule.description !== undefined && { Description: rule.description }),
    ...(rule.roleArn !== undefined && { RoleArn: rule.roleArn }),
  };
}
