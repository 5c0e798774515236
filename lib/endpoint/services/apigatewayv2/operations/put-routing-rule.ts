import type { PutRoutingRuleRequest, PutRoutingRuleResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { findRuleOrThrow, putRule, showRule } from '../routing-rules.ts';

/** Replaces a rule as a whole; its id stays. */
export function putRoutingRule(
  parts: HttpApiParts,
): Operation<Given<PutRoutingRuleRequest>, PutRoutingRuleResponse> {
  return (input, context) => {
    const { DomainName, RoutingRuleId } = input;
    const rule = parts.repository.transaction(() => {
      findRuleOrThrow(parts, context, DomainName, RoutingRuleId);
      return putRule(parts, context, DomainName, input, RoutingRuleId);
    });
    return showRule(rule, DomainName, context);
  };
}
