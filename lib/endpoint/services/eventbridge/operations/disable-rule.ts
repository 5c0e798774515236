import type { DisableRuleRequest } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findRuleOrThrow } from '../names.ts';
import { withNextTime } from '../scheduling.ts';
import type { EventsParts } from '../parts.ts';

export function disableRule({
  repository,
  commits,
  clock,
  alarm,
}: EventsParts): Operation<Given<DisableRuleRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const rule = findRuleOrThrow(repository, input, context);
      if (rule.state !== 'DISABLED')
        repository.putRule(withNextTime({ ...rule, state: 'DISABLED' }, clock.now()));
    });
    alarm.set();
    return {};
  };
}
