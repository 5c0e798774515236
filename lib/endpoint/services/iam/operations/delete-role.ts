import type { DeleteRoleRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { deleteConflict } from '../errors.ts';
import { findRoleOrThrow } from '../roles.ts';
import type { IamParts } from '../parts.ts';

export function deleteRole({ repository }: IamParts): Operation<Given<DeleteRoleRequest>, object> {
  return (input, { accountId }) => {
    repository.transaction(() => {
      const { name } = findRoleOrThrow(repository, accountId, input.RoleName);
      if (repository.listAttachments(accountId, name).length > 0) {
        throw deleteConflict('Cannot delete entity, must detach all policies first.');
      }
      if (repository.listInlinePolicies(accountId, name).length > 0) {
        throw deleteConflict('Cannot delete entity, must delete policies first.');
      }
      repository.deleteRole(accountId, name);
    });
    return {};
  };
}
