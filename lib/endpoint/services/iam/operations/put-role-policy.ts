import type { PutRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { limitExceeded } from '../errors.ts';
import { findRoleOrThrow } from '../roles.ts';
import { assertPolicyName } from '../rules/names.ts';
import { assertPermissionPolicy, inlineSizeMax, policySize } from '../rules/policy-document.ts';
import type { IamParts } from '../parts.ts';

export function putRolePolicy({ repository }: IamParts): Operation<Given<PutRolePolicyRequest>, object> {
  return (input, { accountId }) => {
    assertPolicyName(input.PolicyName);
    assertPermissionPolicy(input.PolicyDocument);
    repository.transaction(() => {
      const { name } = findRoleOrThrow(repository, accountId, input.RoleName);
      const others = repository
        .listInlinePolicies(accountId, name)
        .filter((policy) => policy.name !== input.PolicyName)
        .reduce((sum, policy) => sum + policySize(policy.document), 0);
      if (others + policySize(input.PolicyDocument) > inlineSizeMax) {
        throw limitExceeded(`Maximum policy size of ${inlineSizeMax} bytes exceeded for role ${name}`);
      }
      repository.putInlinePolicy(accountId, name, input.PolicyName, input.PolicyDocument);
    });
    return {};
  };
}
