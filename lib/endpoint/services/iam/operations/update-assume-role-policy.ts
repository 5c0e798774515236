import type { UpdateAssumeRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { findRoleOrThrow } from '../roles.ts';
import { assertTrustPolicy } from '../rules/policy-document.ts';
import type { IamParts } from '../parts.ts';

export function updateAssumeRolePolicy({
  repository,
}: IamParts): Operation<Given<UpdateAssumeRolePolicyRequest>, object> {
  return (input, { accountId }) => {
    assertTrustPolicy(input.PolicyDocument);
    repository.transaction(() => {
      const role = findRoleOrThrow(repository, accountId, input.RoleName);
      repository.updateRole(accountId, role.name, { ...role, trustDocument: input.PolicyDocument });
    });
    return {};
  };
}
