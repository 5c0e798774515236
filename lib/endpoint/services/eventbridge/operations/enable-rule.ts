import type { EnableRuleRequest } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findRuleOrThrow } from '../names.ts';
import { withNextTime } from '../scheduling.ts';
import type { EventsParts } from '../parts.ts';

export function enableRule({
  repository,
  commits,
  clock,
  alarm,
}: EventsParts): Operation<Given<EnableRuleRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const rule = findRuleOrThrow(repository, input, context);
      if (rule.state !== 'ENABLED')
        repository.putRule(withNextTime({ ...rule, state: 'ENABLED' }, clock.now()));
    });
    alarm.set();
    return {};
  };
}
