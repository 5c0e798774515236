import type { TagRoleRequest } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { findRoleOrThrow } from '../roles.ts';
import { mergeTags } from '../rules/tags.ts';
import type { IamParts } from '../parts.ts';

export function tagRole({ repository }: IamParts): Operation<Given<TagRoleRequest>, object> {
  return (input, { accountId }) => {
    repository.transaction(() => {
      const role = findRoleOrThrow(repository, accountId, input.RoleName);
      repository.updateRole(accountId, role.name, { ...role, tags: mergeTags(role.tags, input.Tags) });
    });
    return {};
  };
}
