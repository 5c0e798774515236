import type { DescribeRuleRequest, DescribeRuleResponse } from '@aws-sdk/client-eventbridge';
import type { Given, Operation } from '../../service.ts';
import { findRuleOrThrow } from '../names.ts';
import { toRuleView } from '../output.ts';
import type { EventsParts } from '../parts.ts';

export function describeRule({
  repository,
}: EventsParts): Operation<Given<DescribeRuleRequest>, DescribeRuleResponse> {
  return (input, context) => {
    const rule = findRuleOrThrow(repository, input, context);
    return { ...toRuleView(rule), CreatedBy: rule.accountId };
  };
}
