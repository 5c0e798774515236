import type { PutTargetsRequest, PutTargetsResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { limitExceeded } from '../errors.ts';
import { findRuleOrThrow } from '../names.ts';
import { targetsMax } from '../routing.ts';
import { assertCount } from '../rules/constraints.ts';
import { readTarget } from '../rules/targets.ts';
import type { EventsParts } from '../parts.ts';

export function putTargets({
  repository,
  commits,
}: EventsParts): Operation<Given<PutTargetsRequest>, PutTargetsResponse> {
  return async (input, context) => {
    assertCount(input.Targets, 'targets', 100);
    const targets = input.Targets.map((target) => ({
      id: target.Id ?? '',
      arn: target.Arn ?? '',
      settings: readTarget(target),
    }));
    await commits.run(() => {
      const rule = findRuleOrThrow(repository, { ...input, Name: input.Rule }, context);
      const ids = repository.pageOfTargets(rule, '', targetsMax).map(({ id }) => id);
      if (new Set([...ids, ...targets.map(({ id }) => id)]).size > targetsMax) throw limitExceeded();
      for (const target of targets) repository.putTarget({ rule, ...target });
    });
    return { FailedEntryCount: 0, FailedEntries: [] };
  };
}
