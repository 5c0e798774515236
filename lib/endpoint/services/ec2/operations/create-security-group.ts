import type { CreateSecurityGroupRequest, CreateSecurityGroupResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { allowAllOut } from '../default-network.ts';
import { conflict, invalidValue, limitExceeded, missingParameter } from '../errors.ts';
import { defaultVpc, findOrThrow } from '../finding.ts';
import { newId } from '../ids.ts';
import { ec2Arn } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { GroupRecord } from '../records.ts';
import { tagsFor, toTags } from '../rules/tags.ts';

const groupsPerRegionMax = 2500;
/** AWS's set for names and descriptions of groups. */
const allowed = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

export function createSecurityGroup(
  parts: Ec2Parts,
): Operation<Given<CreateSecurityGroupRequest>, CreateSecurityGroupResult> {
  return (input, context) => {
    const { GroupName: name, Description: description } = input;
    assertWords(name, description);
    const vpc =
      input.VpcId === undefined
        ? defaultVpc(parts, context)
        : findOrThrow(parts, context, 'vpc', input.VpcId);
    if (!vpc) throw missingParameter('No default VPC for this user. Name a VPC with VpcId.');
    if (parts.repository.listInVpc(context, 'group', vpc.id).some((other) => other.name === name))
      throw conflict(
        'InvalidGroup.Duplicate',
        `The security group '${name}' already exists for VPC '${vpc.id}'`,
      );
    if (parts.repository.count(context, 'group') >= groupsPerRegionMax)
      throw limitExceeded(
        'SecurityGroupLimitExceeded',
        'The maximum number of security groups has been reached.',
      );
    const group: GroupRecord = {
      accountId: context.accountId,
      region: context.region,
      id: newId('sg-'),
      vpcId: vpc.id,
      tags: tagsFor('security-group', input.TagSpecifications),
      name,
      description,
      rules: [allowAllOut(newId('sgr-'))],
    };
    parts.repository.put('group', group);
    return {
      GroupId: group.id,
      SecurityGroupArn: ec2Arn(group, `security-group/${group.id}`),
      Tags: toTags(group.tags),
    };
  };
}

function assertWords(name: string, description: string): void {
  if (name.startsWith('sg-'))
    throw invalidValue(`Invalid group name '${name}': group names may not be in the format sg-*.`);
  if (name === 'default')
    throw conflict('InvalidParameterValue', 'Cannot use reserved security group name: default');
  for (const [label, text] of [
    ['GroupName', name],
    ['GroupDescription', description],
  ] as const)
    if (!allowed.test(text))
      throw invalidValue(
        `Value (${text}) for parameter ${label} is invalid. Character sets beyond ASCII are not supported.`,
      );
}
