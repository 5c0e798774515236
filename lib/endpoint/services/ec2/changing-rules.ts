import type { SecurityGroupRule, TagSpecification } from '@aws-sdk/client-ec2';
import { ServiceError } from '../../errors.ts';
import type { RequestContext } from '../service.ts';
import { limitExceeded, missingParameter } from './errors.ts';
import { findGroupOrThrow, findOrThrow } from './finding.ts';
import { newId } from './ids.ts';
import { toRule } from './output.ts';
import type { Ec2Parts } from './parts.ts';
import type { GroupRecord, RuleRecord } from './records.ts';
import { describeRule, isSameRule, readPermissions, type PermissionInput } from './rules/permissions.ts';
import { tagsFor } from './rules/tags.ts';

const rulesPerDirectionMax = 60;

interface RuleInput extends PermissionInput {
  readonly GroupId?: string | undefined;
  readonly GroupName?: string | undefined;
}

interface Direction {
  readonly isEgress: boolean;
}

function wantedRules(parts: Ec2Parts, context: RequestContext, input: RuleInput, isEgress: boolean) {
  return readPermissions(input, isEgress, (named) => findGroupOrThrow(parts, context, named));
}

/** Adds all rules or none. */
export function authorize(
  parts: Ec2Parts,
  context: RequestContext,
  input: RuleInput & { readonly TagSpecifications?: TagSpecification[] | undefined },
  { isEgress }: Direction,
): SecurityGroupRule[] {
  const group = findGroupOrThrow(parts, context, input);
  const tags = tagsFor('security-group-rule', input.TagSpecifications);
  const rules: RuleRecord[] = [...group.rules];
  const added: RuleRecord[] = [];
  for (const wanted of wantedRules(parts, context, input, isEgress)) {
    if (rules.some((rule) => isSameRule(rule, wanted)))
      throw new ServiceError(
        'InvalidPermission.Duplicate',
        400,
        `the specified rule "${describeRule(wanted)}" already exists`,
      );
    const rule = { ...wanted, id: newId('sgr-'), tags };
    rules.push(rule);
    added.push(rule);
  }
  if (rules.filter((rule) => rule.isEgress === isEgress).length > rulesPerDirectionMax)
    throw limitExceeded(
      'RulesPerSecurityGroupLimitExceeded',
      'The maximum number of rules per security group has been reached.',
    );
  parts.repository.put('group', { ...group, rules });
  return added.map((rule) => toRule(group, rule));
}

/** Takes rules away, by their ids or by what they allow; each must be there. */
export function revoke(
  parts: Ec2Parts,
  context: RequestContext,
  input: RuleInput & { readonly SecurityGroupRuleIds?: readonly string[] | undefined },
  { isEgress }: Direction,
): void {
  const ids = input.SecurityGroupRuleIds ?? [];
  if (ids.length > 0 && !input.GroupId) throw missingParameter('GroupId must be given with rule ids.');
  const group: GroupRecord = input.GroupId
    ? findOrThrow(parts, context, 'group', input.GroupId)
    : findGroupOrThrow(parts, context, input);
  const gone = new Set<string>();
  for (const id of ids) {
    if (!group.rules.some((rule) => rule.id === id && rule.isEgress === isEgress))
      throw new ServiceError(
        'InvalidSecurityGroupRuleId.NotFound',
        400,
        `The security group rule ID '${id}' does not exist`,
      );
    gone.add(id);
  }
  const wanted = ids.length > 0 ? [] : wantedRules(parts, context, input, isEgress);
  for (const rule of wanted) {
    const found = group.rules.find((other) => isSameRule(other, rule));
    if (!found)
      throw new ServiceError(
        'InvalidPermission.NotFound',
        400,
        'The specified rule does not exist in this security group.',
      );
    gone.add(found.id);
  }
  parts.repository.put('group', { ...group, rules: group.rules.filter(({ id }) => !gone.has(id)) });
}
