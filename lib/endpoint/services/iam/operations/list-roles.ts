import type { ListRolesRequest, ListRolesResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { roleOutput } from '../roles.ts';
import { pageOf } from '../rules/page.ts';
import type { IamParts } from '../parts.ts';

export function listRoles({ repository }: IamParts): Operation<Given<ListRolesRequest>, ListRolesResponse> {
  return (input, { accountId }) => {
    const prefix = input.PathPrefix ?? '/';
    const roles = repository.listRoles(accountId).filter((role) => role.path.startsWith(prefix));
    const { page, ...rest } = pageOf(roles, (role) => role.name, input);
    return { Roles: page.map((role) => roleOutput(accountId, role, 'listed')), ...rest };
  };
}
