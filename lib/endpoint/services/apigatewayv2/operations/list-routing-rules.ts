import type { ListRoutingRulesRequest, ListRoutingRulesResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';
import { rulesOf, showRule } from '../routing-rules.ts';

/** By priority. */
export function listRoutingRules(
  parts: HttpApiParts,
): Operation<Given<ListRoutingRulesRequest>, ListRoutingRulesResponse> {
  return ({ DomainName, MaxResults, NextToken: token }, context) => {
    const { Items, NextToken } = pageOf(
      rulesOf(parts, context, DomainName),
      { MaxResults: MaxResults === undefined ? undefined : String(MaxResults), NextToken: token },
      ({ priority }) => String(priority).padStart(7, '0'),
      (rule) => showRule(rule, DomainName, context),
    );
    return { RoutingRules: Items, ...(NextToken !== undefined && { NextToken }) };
  };
}
