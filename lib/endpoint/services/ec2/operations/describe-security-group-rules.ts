import type {
  DescribeSecurityGroupRulesRequest,
  DescribeSecurityGroupRulesResult,
} from '@aws-sdk/client-ec2';
import { ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { filtered, pageOf, type Facets } from '../filters.ts';
import { toRule } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { GroupRecord, RuleRecord } from '../records.ts';

interface RuleOfGroup {
  readonly id: string;
  readonly group: GroupRecord;
  readonly rule: RuleRecord;
  readonly tags: Readonly<Record<string, string>>;
}

const facets: Facets<RuleOfGroup> = {
  'group-id': ({ group }) => [group.id],
  'security-group-rule-id': ({ id }) => [id],
};

export function describeSecurityGroupRules({
  repository,
}: Ec2Parts): Operation<Given<DescribeSecurityGroupRulesRequest>, DescribeSecurityGroupRulesResult> {
  return (input, context) => {
    const all = repository
      .list(context, 'group')
      .flatMap((group) =>
        group.rules.map((rule): RuleOfGroup => ({ id: rule.id, group, rule, tags: rule.tags ?? {} })),
      )
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    const wanted = input.SecurityGroupRuleIds ?? [];
    for (const id of wanted)
      if (!all.some((found) => found.id === id))
        throw new ServiceError(
          'InvalidSecurityGroupRuleId.NotFound',
          400,
          `The security group rule ID '${id}' does not exist`,
        );
    const chosen = wanted.length > 0 ? all.filter(({ id }) => wanted.includes(id)) : all;
    const { page, ...next } = pageOf(filtered(chosen, input.Filters, facets), input);
    return { SecurityGroupRules: page.map(({ group, rule }) => toRule(group, rule)), ...next };
  };
}
