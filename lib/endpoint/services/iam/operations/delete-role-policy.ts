import type { DeleteRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { noSuchEntity } from '../errors.ts';
import { findRoleOrThrow } from '../roles.ts';
import type { IamParts } from '../parts.ts';

export function deleteRolePolicy({
  repository,
}: IamParts): Operation<Given<DeleteRolePolicyRequest>, object> {
  return (input, { accountId }) => {
    const { name } = findRoleOrThrow(repository, accountId, input.RoleName);
    if (!repository.deleteInlinePolicy(accountId, name, input.PolicyName)) {
      throw noSuchEntity(`The role policy with name ${input.PolicyName} cannot be found.`);
    }
    return {};
  };
}
