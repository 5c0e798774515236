import type { CreateRoleRequest, CreateRoleResponse } from '@aws-sdk/client-iam';
import type { Given, Operation } from '../../service.ts';
import { entityAlreadyExists, limitExceeded } from '../errors.ts';
import { randomId } from '../identifiers.ts';
import type { RoleRecord } from '../repository.ts';
import { roleOutput } from '../roles.ts';
import { assertDescription, assertMaxSession, assertPath, assertRoleName } from '../rules/names.ts';
import { assertTrustPolicy } from '../rules/policy-document.ts';
import { mergeTags } from '../rules/tags.ts';
import { notImplemented } from '../../../errors.ts';
import type { IamParts } from '../parts.ts';

const rolesMax = 1000;

export function createRole({
  repository,
  now,
}: IamParts): Operation<Given<CreateRoleRequest>, CreateRoleResponse> {
  return (input, { accountId }) => {
    const path = input.Path ?? '/';
    const maxSessionSeconds = input.MaxSessionDuration ?? 3600;
    assertRoleName(input.RoleName);
    assertPath(path);
    assertDescription(input.Description);
    assertMaxSession(maxSessionSeconds);
    assertTrustPolicy(input.AssumeRolePolicyDocument);
    // Accepting a boundary and not applying it would promise a protection that is not there.
    if (input.PermissionsBoundary !== undefined) throw notImplemented('CreateRole with PermissionsBoundary');
    const role: RoleRecord = {
      name: input.RoleName,
      path,
      roleId: randomId('AROA'),
      trustDocument: input.AssumeRolePolicyDocument,
      description: input.Description,
      maxSessionSeconds,
      tags: mergeTags({}, input.Tags ?? []),
      createdMs: Math.floor(now() / 1000) * 1000,
    };
    repository.transaction(() => {
      if (repository.findRole(accountId, role.name)) {
        throw entityAlreadyExists(`Role with name ${role.name} already exists.`);
      }
      if (repository.listRoles(accountId).length >= rolesMax) {
        throw limitExceeded(`Cannot exceed quota for RolesPerAccount: ${rolesMax}`);
      }
      repository.insertRole(accountId, role);
    });
    return { Role: roleOutput(accountId, role, 'created') };
  };
}
