import type { CreateRoutingRuleRequest, CreateRoutingRuleResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { putRule, showRule } from '../routing-rules.ts';

export function createRoutingRule(
  parts: HttpApiParts,
): Operation<Given<CreateRoutingRuleRequest>, CreateRoutingRuleResponse> {
  return (input, context) => {
    const { DomainName } = input;
    const rule = parts.repository.transaction(() => putRule(parts, context, DomainName, input));
    return showRule(rule, DomainName, context);
  };
}
