import 'server-only';
import {
  GetRoutingRuleCommand,
  ListRoutingRulesCommand,
  type RoutingRule as Output,
} from '@aws-sdk/client-apigatewayv2';
import type { Basis } from '@/lib/domain/basis';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { RoutingRule } from '@/lib/domain/routing-rule';
import { ruleTexts, type RuleTexts } from '@/lib/forms/routing-rules';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';

/** AWS allows 50 for a domain unless it was asked for more. */
const rulesMax = 500;

function viewOf(rule: Partial<Output>): RoutingRule {
  const conditions = rule.Conditions ?? [];
  const { ApiId = '', Stage = '', StripBasePath = false } = rule.Actions?.[0]?.InvokeApi ?? {};
  return {
    id: rule.RoutingRuleId ?? '',
    priority: rule.Priority ?? 0,
    headers: conditions.flatMap(({ MatchHeaders }) =>
      MatchHeaders
        ? [
            (MatchHeaders.AnyOf ?? []).map(({ Header = '', ValueGlob = '' }) => ({
              name: Header,
              glob: ValueGlob,
            })),
          ]
        : [],
    ),
    basePaths: conditions.flatMap(({ MatchBasePaths }) => MatchBasePaths?.AnyOf ?? []),
    apiId: ApiId,
    stage: Stage,
    stripBasePath: StripBasePath,
  };
}

/** The routing rules of a domain, in the order in which they are asked. */
export function listRoutingRules(
  place: Place,
  domainName: string,
): Promise<Result<readonly RoutingRule[], ConsoleError>> {
  return readAsViewer(place, 'apigateway:ListRoutingRules', async (aws) => {
    const client = await aws.apiGatewayV2();
    const rules: RoutingRule[] = [];
    let NextToken: string | undefined;
    do {
      const output = await client.send(new ListRoutingRulesCommand({ DomainName: domainName, NextToken }));
      rules.push(...(output.RoutingRules ?? []).map(viewOf));
      NextToken = output.NextToken;
    } while (NextToken !== undefined && rules.length < rulesMax);
    return rules.sort((a, b) => a.priority - b.priority);
  });
}

/** What the form of a rule is filled from. */
export async function getRoutingRuleBasis(
  place: Place,
  domainName: string,
  id: string,
): Promise<Result<Basis<RuleTexts>, ConsoleError>> {
  const found = await readAsViewer(place, 'apigateway:GetRoutingRule', async (aws) => {
    const client = await aws.apiGatewayV2();
    return viewOf(
      await client.send(new GetRoutingRuleCommand({ DomainName: domainName, RoutingRuleId: id })),
    );
  });
  if (!found.ok) return found;
  const values = ruleTexts(found.data);
  return succeed({ values, revisionId: contentRevision(values), readAt: new Date().toISOString() });
}
