import type { DeleteRoutingRuleRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import type { HttpApiParts } from '../parts.ts';
import { removeRule } from '../routing-rules.ts';

export function deleteRoutingRule(parts: HttpApiParts): Operation<Given<DeleteRoutingRuleRequest>, object> {
  return ({ DomainName, RoutingRuleId }, context) => {
    parts.repository.transaction(() => removeRule(parts, context, DomainName, RoutingRuleId));
    return {};
  };
}
