import type { Role } from '@aws-sdk/client-iam';
import { roleNotFound } from './errors.ts';
import type { IamRepository, RoleRecord } from './repository.ts';
import { tagList } from './rules/tags.ts';

/** The role, or NoSuchEntity in AWS's words. */
export function findRoleOrThrow(repository: IamRepository, accountId: string, name: string): RoleRecord {
  const role = repository.findRole(accountId, name);
  if (!role) throw roleNotFound(name);
  return role;
}

/**
 * A role as the API shows it. As recorded of AWS, lists leave tags and last use out, and the answer to its creation what
 * it was given beside tags.
 */
export function roleOutput(accountId: string, role: RoleRecord, form: 'created' | 'full' | 'listed'): Role {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.roleId,
    Arn: `arn:aws:iam::${accountId}:role${role.path}${role.name}`,
    CreateDate: new Date(role.createdMs),
    AssumeRolePolicyDocument: encodeDocument(role.trustDocument),
    ...(form !== 'created' && {
      MaxSessionDuration: role.maxSessionSeconds,
      ...(role.description !== undefined && { Description: role.description }),
    }),
    ...(form !== 'listed' && Object.keys(role.tags).length > 0 && { Tags: tagList(role.tags) }),
    ...(form === 'full' && { RoleLastUsed: {} }),
  };
}

/** Policy documents leave IAM URL-encoded by RFC 3986. */
export function encodeDocument(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
