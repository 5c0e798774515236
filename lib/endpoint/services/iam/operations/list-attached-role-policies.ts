import type { ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { findRoleOrThrow } from '../roles.ts';
import { pageOf } from '../rules/page.ts';
import type { IamParts } from '../parts.ts';

export function listAttachedRolePolicies({
  repository,
}: IamParts): Operation<Given<ListAttachedRolePoliciesRequest>, ListAttachedRolePoliciesResponse> {
  return (input, { accountId }) => {
    const { name } = findRoleOrThrow(repository, accountId, input.RoleName);
    const prefix = input.PathPrefix ?? '/';
    const arns = repository
      .listAttachments(accountId, name)
      .filter((arn) => arn.slice(arn.indexOf(':policy/') + ':policy'.length).startsWith(prefix));
    const { page, ...rest } = pageOf(arns, (arn) => arn, input);
    return {
      AttachedPolicies: page.map((arn) => ({
        PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
        PolicyArn: arn,
      })),
      ...rest,
    };
  };
}
