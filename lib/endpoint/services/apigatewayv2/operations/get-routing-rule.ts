import type { GetRoutingRuleRequest, GetRoutingRuleResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { findRuleOrThrow, showRule } from '../routing-rules.ts';

export function getRoutingRule(
  parts: HttpApiParts,
): Operation<Given<GetRoutingRuleRequest>, GetRoutingRuleResponse> {
  return ({ DomainName, RoutingRuleId }, context) =>
    showRule(findRuleOrThrow(parts, context, DomainName, RoutingRuleId), DomainName, context);
}
