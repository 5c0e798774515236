import type { ListRoleTagsRequest, ListRoleTagsResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { findRoleOrThrow } from '../roles.ts';
import { pageOf } from '../rules/page.ts';
import { tagList } from '../rules/tags.ts';
import type { IamParts } from '../parts.ts';

export function listRoleTags({
  repository,
}: IamParts): Operation<Given<ListRoleTagsRequest>, ListRoleTagsResponse> {
  return (input, { accountId }) => {
    const role = findRoleOrThrow(repository, accountId, input.RoleName);
    const { page, ...rest } = pageOf(tagList(role.tags), (tag) => tag.Key, input);
    return { Tags: page, ...rest };
  };
}
