import {
  DescribeRuleCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  type DescribeRuleCommandOutput,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { expect, it } from 'vitest';
import { triggerDefaults } from '@/lib/domain/trigger-fields';
import { changeRule } from './rule';
import type { TriggerTarget } from './target';

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:orders';
const values = { ...triggerDefaults, ruleType: 'pattern', pattern: '{"source":["shop"]}' };

/** A rule with one target, and what is sent to change them. */
function ruleWith(rule: Partial<DescribeRuleCommandOutput>, own: Partial<Target>) {
  const sent: { rule?: object; target?: object } = {};
  const send = (command: object) => {
    if (command instanceof DescribeRuleCommand) return rule;
    if (command instanceof ListTargetsByRuleCommand) return { Targets: [{ Id: 'a', Arn: arn, ...own }] };
    if (command instanceof PutRuleCommand) sent.rule = command.input;
    if (command instanceof PutTargetsCommand) sent.target = command.input.Targets?.[0];
    return {};
  };
  const eventBridge = () => Promise.resolve({ send: (command: object) => Promise.resolve(send(command)) });
  const target = { aws: { eventBridge }, arn, functionName: 'orders' } as unknown as TriggerTarget;
  const change = (input: string) =>
    changeRule(target, { bus: 'default', rule: 'night' }, { ...values, input });
  return { sent, change };
}

it('keeps what the form does not know of a rule and of its target', async () => {
  const kept = { RetryPolicy: { MaximumRetryAttempts: 3 }, DeadLetterConfig: { Arn: 'arn:aws:sqs:x' } };
  const { sent, change } = ruleWith(
    { RoleArn: 'arn:aws:iam::000000000000:role/r', State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' },
    { ...kept, InputPath: '$.detail' },
  );
  await change('');
  expect(sent.rule).toMatchObject({
    RoleArn: 'arn:aws:iam::000000000000:role/r',
    State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
  });
  expect(sent.target).toEqual({ Id: 'a', Arn: arn, ...kept, InputPath: '$.detail' });
});

it('gives a target one kind of input, and takes a constant one away', async () => {
  const { sent, change } = ruleWith({ State: 'DISABLED' }, { Input: '{"a":1}', InputPath: '$.detail' });
  await change('{"b":2}');
  expect(sent.rule).toMatchObject({ State: 'ENABLED' });
  expect(sent.target).toEqual({ Id: 'a', Arn: arn, Input: '{"b":2}', InputPath: undefined });
  await change(' ');
  expect(sent.target).not.toHaveProperty('Input');
});
