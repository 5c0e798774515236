import type { CreateAccessPointRequest } from '@aws-sdk/client-efs';
import { badRequest } from '../errors.ts';
import type { AccessPointRecord } from '../records.ts';

const idMax = 4_294_967_295;
/** Up to four folders deep, none hidden [model]. */
const rootPattern = /^(\/|(\/(?!\.)[^$#<>;`|&?{}^*/\n]+){1,4})$/;

type Facts = Pick<AccessPointRecord, 'posixUser' | 'rootPath' | 'creation'>;

export function readAccessPoint(input: CreateAccessPointRequest): Facts {
  const rootPath = input.RootDirectory?.Path ?? '/';
  if (rootPath.length > 100 || !rootPattern.test(rootPath))
    throw badRequest(`The root directory path '${rootPath}' is invalid.`);
  const { CreationInfo: creation } = input.RootDirectory ?? {};
  const { PosixUser: user } = input;
  if (creation && !/^[0-7]{3,4}$/.test(creation.Permissions ?? ''))
    throw badRequest(`The permissions '${creation.Permissions ?? ''}' are invalid.`);
  if ((user?.SecondaryGids ?? []).length > 16)
    throw badRequest('A POSIX user can have up to 16 secondary groups.');
  return {
    rootPath,
    posixUser: user && {
      uid: readId('UID', user.Uid),
      gid: readId('GID', user.Gid),
      secondaryGids: (user.SecondaryGids ?? []).map((id) => readId('GID', id)),
    },
    creation: creation && {
      uid: readId('UID', creation.OwnerUid),
      gid: readId('GID', creation.OwnerGid),
      permissions: creation.Permissions ?? '',
    },
  };
}

function readId(title: string, value: number | undefined): number {
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > idMax)
    throw badRequest(`The ${title} '${value ?? ''}' is invalid.`);
  return value;
}
