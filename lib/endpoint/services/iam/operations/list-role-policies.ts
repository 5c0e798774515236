import type { ListRolePoliciesRequest, ListRolePoliciesResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { findRoleOrThrow } from '../roles.ts';
import { pageOf } from '../rules/page.ts';
import type { IamParts } from '../parts.ts';

export function listRolePolicies({
  repository,
}: IamParts): Operation<Given<ListRolePoliciesRequest>, ListRolePoliciesResponse> {
  return (input, { accountId }) => {
    const { name } = findRoleOrThrow(repository, accountId, input.RoleName);
    const names = repository.listInlinePolicies(accountId, name).map((policy) => policy.name);
    const { page, ...rest } = pageOf(names, (policyName) => policyName, input);
    return { PolicyNames: page, ...rest };
  };
}
