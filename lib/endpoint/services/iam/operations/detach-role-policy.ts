import type { DetachRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { policyNotFound } from '../errors.ts';
import { findRoleOrThrow } from '../roles.ts';
import type { IamParts } from '../parts.ts';

export function detachRolePolicy({
  repository,
}: IamParts): Operation<Given<DetachRolePolicyRequest>, object> {
  return (input, { accountId }) => {
    const { name } = findRoleOrThrow(repository, accountId, input.RoleName);
    if (!repository.detachPolicy(accountId, name, input.PolicyArn)) throw policyNotFound(input.PolicyArn);
    return {};
  };
}
