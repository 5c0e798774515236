import type { GetRoleRequest, GetRoleResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { findRoleOrThrow, roleOutput } from '../roles.ts';
import type { IamParts } from '../parts.ts';

export function getRole({ repository }: IamParts): Operation<Given<GetRoleRequest>, GetRoleResponse> {
  return (input, { accountId }) => {
    return { Role: roleOutput(accountId, findRoleOrThrow(repository, accountId, input.RoleName), 'full') };
  };
}
