import type { UntagRoleRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { findRoleOrThrow } from '../roles.ts';
import { assertTagKeys } from '../rules/tags.ts';
import type { IamParts } from '../parts.ts';

export function untagRole({ repository }: IamParts): Operation<Given<UntagRoleRequest>, object> {
  return (input, { accountId }) => {
    assertTagKeys(input.TagKeys);
    repository.transaction(() => {
      const role = findRoleOrThrow(repository, accountId, input.RoleName);
      const removed = new Set(input.TagKeys.map((key) => key.toLowerCase()));
      const kept = Object.entries(role.tags).filter(([key]) => !removed.has(key.toLowerCase()));
      repository.updateRole(accountId, role.name, { ...role, tags: Object.fromEntries(kept) });
    });
    return {};
  };
}
