import 'server-only';
import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type DescribeRuleCommandOutput,
} from '@aws-sdk/client-eventbridge';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { ruleOfArn } from '@/lib/domain/trigger-ref';
import { forgetCaller, withCaller, type TriggerTarget } from './target';

interface RuleName {
  readonly bus: string;
  readonly rule: string;
}

/** A target has one kind of input. */
const noOtherInput = { InputPath: undefined, InputTransformer: undefined };

const isGone = (error: unknown) => (error as Error).name === 'ResourceNotFoundException';

/** Puts the whole rule: what the form does not know of the one that is there, `found`, is sent again. */
async function putRule(
  target: TriggerTarget,
  { bus, rule }: RuleName,
  values: TriggerValues,
  found?: Pick<DescribeRuleCommandOutput, 'RoleArn' | 'State'>,
) {
  const events = await target.aws.eventBridge();
  // There are two ways of being on, and the form knows one.
  const onState = found?.State === undefined || found.State === 'DISABLED' ? 'ENABLED' : found.State;
  const output = await events.send(
    new PutRuleCommand({
      Name: rule,
      EventBusName: bus,
      Description: values.description.trim() || undefined,
      RoleArn: found?.RoleArn,
      State: values.enabled === 'on' ? onState : 'DISABLED',
      ...(values.ruleType === 'pattern'
        ? { EventPattern: values.pattern }
        : { ScheduleExpression: values.schedule.trim() }),
    }),
  );
  return output.RuleArn ?? '';
}

async function ownTargets(target: TriggerTarget, { bus, rule }: RuleName) {
  const events = await target.aws.eventBridge();
  const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: rule, EventBusName: bus }));
  return {
    own: Targets.filter(({ Arn }) => Arn === target.arn),
    hasOthers: Targets.some(({ Arn }) => Arn !== target.arn),
  };
}

async function putTarget(target: TriggerTarget, name: RuleName, input: string) {
  const events = await target.aws.eventBridge();
  const { own } = await ownTargets(target, name);
  // Retries, a dead-letter queue and the like have no field in the form and stay as they are.
  const { Input, ...kept } = own[0] ?? {
    Id: `lambda-${target.functionName}`.slice(0, 64),
    Arn: target.arn,
  };
  const output = await events.send(
    new PutTargetsCommand({
      Rule: name.rule,
      EventBusName: name.bus,
      Targets: [input.trim() ? { ...kept, Input: input, ...noOtherInput } : kept],
    }),
  );
  const failed = output.FailedEntries?.[0];
  if (failed) {
    throw Object.assign(
      new Error(failed.ErrorMessage ?? 'EventBridge did not take the function as a target.'),
      {
        name: failed.ErrorCode ?? 'ValidationException',
      },
    );
  }
}

/** Makes a rule or takes one that is there, makes the function its target, and lets the rule in. */
export async function connectRule(target: TriggerTarget, values: TriggerValues): Promise<void> {
  const events = await target.aws.eventBridge();
  const name = { bus: values.bus.trim() || 'default', rule: values.ruleName.trim() };
  const ruleArn =
    values.ruleMode === 'new'
      ? await putRule(target, name, values)
      : ((await events.send(new DescribeRuleCommand({ Name: name.rule, EventBusName: name.bus }))).Arn ?? '');
  await withCaller(target, { principal: 'events.amazonaws.com', sourceArn: ruleArn }, () =>
    putTarget(target, name, values.input),
  );
}

/** Changes when or for what the rule fires, and what it hands on. Other targets of the rule feel it, too. */
export async function changeRule(target: TriggerTarget, name: RuleName, values: TriggerValues) {
  const events = await target.aws.eventBridge();
  const found = await events.send(new DescribeRuleCommand({ Name: name.rule, EventBusName: name.bus }));
  await putRule(target, name, values, found);
  await putTarget(target, name, values.input);
}

export async function setRuleState(target: TriggerTarget, { bus, rule }: RuleName, enabled: boolean) {
  const events = await target.aws.eventBridge();
  const input = { Name: rule, EventBusName: bus };
  if (enabled) await events.send(new EnableRuleCommand(input));
  else await events.send(new DisableRuleCommand(input));
}

/** Takes the function out of the rule's targets; on wish deletes the rule when it has no other. */
export async function disconnectRule(target: TriggerTarget, name: RuleName, alsoSource: boolean) {
  const events = await target.aws.eventBridge();
  try {
    const { own, hasOthers } = await ownTargets(target, name);
    const rule = { EventBusName: name.bus };
    const Ids = own.flatMap(({ Id }) => Id ?? []);
    if (Ids.length > 0) await events.send(new RemoveTargetsCommand({ ...rule, Rule: name.rule, Ids }));
    if (alsoSource && !hasOthers) await events.send(new DeleteRuleCommand({ ...rule, Name: name.rule }));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  await forgetCaller(target, (sourceArn) => {
    const caller = ruleOfArn(sourceArn);
    return caller?.bus === name.bus && caller.rule === name.rule;
  });
}
