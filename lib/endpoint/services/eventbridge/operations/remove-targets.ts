import type { RemoveTargetsRequest, RemoveTargetsResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findRuleOrThrow } from '../names.ts';
import type { EventsParts } from '../parts.ts';

export function removeTargets({
  repository,
  commits,
}: EventsParts): Operation<Given<RemoveTargetsRequest>, RemoveTargetsResponse> {
  return async (input, context) => {
    const FailedEntries = await commits.run(() => {
      const rule = findRuleOrThrow(repository, { ...input, Name: input.Rule }, context);
      const missing = input.Ids.filter((id) => !repository.removeTarget(rule, id));
      return missing.map((TargetId) => ({
        TargetId,
        ErrorCode: 'ResourceNotFoundException',
        ErrorMessage: `Rule ${rule.name} does not have a target with the Id ${TargetId}.`,
      }));
    });
    return { FailedEntryCount: FailedEntries.length, FailedEntries };
  };
}
