// Written by lib/tools/generate-operations.ts; do not edit.
import { attachRolePolicy } from '../operations/attach-role-policy.ts';
import { createPolicy } from '../operations/create-policy.ts';
import { createRole } from '../operations/create-role.ts';
import { deletePolicy } from '../operations/delete-policy.ts';
import { deleteRolePolicy } from '../operations/delete-role-policy.ts';
import { deleteRole } from '../operations/delete-role.ts';
import { detachRolePolicy } from '../operations/detach-role-policy.ts';
import { getPolicyVersion } from '../operations/get-policy-version.ts';
import { getPolicy } from '../operations/get-policy.ts';
import { getRolePolicy } from '../operations/get-role-policy.ts';
import { getRole } from '../operations/get-role.ts';
import { listAttachedRolePolicies } from '../operations/list-attached-role-policies.ts';
import { listPolicies } from '../operations/list-policies.ts';
import { listRolePolicies } from '../operations/list-role-policies.ts';
import { listRoleTags } from '../operations/list-role-tags.ts';
import { listRoles } from '../operations/list-roles.ts';
import { putRolePolicy } from '../operations/put-role-policy.ts';
import { tagRole } from '../operations/tag-role.ts';
import { untagRole } from '../operations/untag-role.ts';
import { updateAssumeRolePolicy } from '../operations/update-assume-role-policy.ts';

export const operations = {
  AttachRolePolicy: attachRolePolicy,
  CreatePolicy: createPolicy,
  CreateRole: createRole,
  DeletePolicy: deletePolicy,
  DeleteRolePolicy: deleteRolePolicy,
  DeleteRole: deleteRole,
  DetachRolePolicy: detachRolePolicy,
  GetPolicyVersion: getPolicyVersion,
  GetPolicy: getPolicy,
  GetRolePolicy: getRolePolicy,
  GetRole: getRole,
  ListAttachedRolePolicies: listAttachedRolePolicies,
  ListPolicies: listPolicies,
  ListRolePolicies: listRolePolicies,
  ListRoleTags: listRoleTags,
  ListRoles: listRoles,
  PutRolePolicy: putRolePolicy,
  TagRole: tagRole,
  UntagRole: untagRole,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
};
