import type { PutRuleRequest, PutRuleResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { limitExceeded, validationException } from '../errors.ts';
import { findBusOrThrow, placeOf, ruleArn } from '../names.ts';
import { defaultBus, type RuleRecord } from '../records.ts';
import { assertLength, assertName, assertTags, readTags } from '../rules/constraints.ts';
import { assertRuleTrigger } from '../rules/rule-trigger.ts';
import { withNextTime } from '../scheduling.ts';
import type { EventsParts } from '../parts.ts';

/** Every event is held against every rule of its bus. */
const rulesMax = 300;

export function putRule({
  repository,
  commits,
  clock,
  alarm,
}: EventsParts): Operation<Given<PutRuleRequest>, PutRuleResponse> {
  return async (input, context) => {
    const { Name: name, EventPattern: pattern, ScheduleExpression: schedule } = input;
    assertName(name, 'name');
    assertLength(input.Description, 'description', 512);
    assertLength(pattern, 'eventPattern', 4096);
    assertRuleTrigger(pattern, schedule);
    const tags = readTags(input.Tags);
    assertTags(tags);
    const rule = await commits.run(() => {
      const bus = findBusOrThrow(repository, input.EventBusName, context);
      if (schedule && bus.name !== defaultBus)
        throw validationException('ScheduleExpression is supported only on the default event bus.');
      const key = { ...placeOf(bus), bus: bus.name, name };
      const existing = repository.findRule(key);
      if (!existing && repository.countRules(bus) >= rulesMax) throw limitExceeded();
      const made: RuleRecord = {
        ...key,
        pattern: pattern || undefined,
        schedule: schedule || undefined,
        state: input.State ?? 'ENABLED',
        description: input.Description,
        roleArn: input.RoleArn,
        // Tags of a rule that exists are changed by TagResource alone.
        tags: existing?.tags ?? tags,
        anchorMs: existing?.anchorMs ?? clock.now(),
        nextMs: existing?.nextMs,
      };
      const keepsTime =
        existing?.schedule === made.schedule && existing?.state === made.state && made.nextMs !== undefined;
      repository.putRule(keepsTime ? made : withNextTime(made, clock.now()));
      return key;
    });
    alarm.set();
    return { RuleArn: ruleArn(rule) };
  };
}
