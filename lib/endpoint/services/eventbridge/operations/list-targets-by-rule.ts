import type { ListTargetsByRuleRequest, ListTargetsByRuleResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findRuleOrThrow } from '../names.ts';
import { readPaging, toPage } from '../rules/paging.ts';
import type { EventsParts } from '../parts.ts';

export function listTargetsByRule({
  repository,
}: EventsParts): Operation<Given<ListTargetsByRuleRequest>, ListTargetsByRuleResponse> {
  return (input, context) => {
    const rule = findRuleOrThrow(repository, { ...input, Name: input.Rule }, context);
    const { after, size } = readPaging(input);
    const found = repository.pageOfTargets(rule, after, size + 1);
    const { page, ...next } = toPage(found, size, ({ id }) => id);
    return { Targets: page.map(({ id, arn, settings }) => ({ Id: id, Arn: arn, ...settings })), ...next };
  };
}
