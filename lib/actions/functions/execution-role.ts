import 'server-only';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { randomBytes } from 'node:crypto';
import { partitionOf } from '@/lib/shared/arn';

const trustPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** Name of the role made for a new function, as AWS's console names it: `NAME-role-<8 characters>`, 64 at most. */
export function newRoleName(functionName: string): string {
  return `${functionName.slice(0, 50)}-role-${randomBytes(4).toString('hex')}`;
}

/** True for a role that a console made for this function alone. */
export function isRoleMadeFor(functionName: string, roleArn: string): boolean {
  return roleArn.includes(`:role/service-role/${functionName.slice(0, 50)}-role-`);
}

/**
 * Makes a role that Lambda may assume and that may write logs, and have interfaces in a VPC; leaves nothing when a later
 * step is refused.
 */
export async function createBasicRole(
  iam: IAMClient,
  functionName: string,
  region: string,
  isInVpc = false,
): Promise<string> {
  const roleName = newRoleName(functionName);
  const created = await iam.send(
    new CreateRoleCommand({
      RoleName: roleName,
      Path: '/service-role/',
      AssumeRolePolicyDocument: trustPolicy,
    }),
  );
  try {
    const policies = ['AWSLambdaBasicExecutionRole', ...(isInVpc ? ['AWSLambdaVPCAccessExecutionRole'] : [])];
    for (const policy of policies) {
      const PolicyArn = `arn:${partitionOf(region)}:iam::aws:policy/service-role/${policy}`;
      await iam.send(new AttachRolePolicyCommand({ RoleName: roleName, PolicyArn }));
    }
  } catch (error) {
    await deleteRole(iam, created.Role?.Arn ?? roleName);
    throw error;
  }
  return created.Role?.Arn ?? '';
}

/** Takes a role's policies off it and deletes it. */
export async function deleteRole(iam: IAMClient, roleArn: string): Promise<void> {
  const RoleName = roleArn.split('/').at(-1) ?? '';
  const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  for (const { PolicyArn } of attached.AttachedPolicies ?? []) {
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  }
  const inline = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  for (const PolicyName of inline.PolicyNames ?? []) {
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
  }
  await iam.send(new DeleteRoleCommand({ RoleName }));
}
