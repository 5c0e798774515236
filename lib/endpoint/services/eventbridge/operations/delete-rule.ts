import type { DeleteRuleRequest } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { validationException } from '../errors.ts';
import { findBusOrThrow, placeOf } from '../names.ts';
import type { EventsParts } from '../parts.ts';

/** A rule that is not there is no mistake. */
export function deleteRule({
  repository,
  commits,
  alarm,
}: EventsParts): Operation<Given<DeleteRuleRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const bus = findBusOrThrow(repository, input.EventBusName, context);
      const rule = { ...placeOf(bus), bus: bus.name, name: input.Name };
      if (repository.pageOfTargets(rule, '', 1).length > 0)
        throw validationException("Rule can't be deleted since it has targets.");
      repository.deleteRule(rule);
    });
    alarm.set();
    return {};
  };
}
